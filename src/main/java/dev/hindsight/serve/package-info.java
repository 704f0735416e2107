/// The development server: serves the site from memory and rebuilds it after changes.
package dev.hindsight.serve;
