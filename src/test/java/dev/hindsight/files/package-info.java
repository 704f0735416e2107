/// Files as tests need them.
package dev.hindsight.files;
