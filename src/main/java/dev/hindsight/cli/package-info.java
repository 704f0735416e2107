/// The command line: one file per command, what the terminal shows, exit codes.
package dev.hindsight.cli;
