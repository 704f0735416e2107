/// One Markdown report becomes one incident and its problems. Start reading at
/// [dev.hindsight.read.ReportReader]; each form of fact has a small reader of its own.
package dev.hindsight.read;
