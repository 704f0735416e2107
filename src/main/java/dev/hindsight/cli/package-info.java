/// The command line: a class for each command, terminal output, exit codes.
package dev.hindsight.cli;
