/// The development server: the site from memory, made anew when something changes.
package dev.hindsight.serve;
