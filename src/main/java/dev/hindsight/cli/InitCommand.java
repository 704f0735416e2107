package dev.hindsight.cli;

import dev.hindsight.site.SiteSource;
import dev.hindsight.start.CollectionSummary;
import dev.hindsight.start.NewSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `hindsight init`: creates a site for a folder of reports, or in an empty folder.
@Command(
    name = "init",
    description =
        "Shows what Hindsight recognizes in a folder of reports and writes a site-config.yml for"
            + " them. In a folder without reports it writes a first one. Existing files are not changed.",
    sortOptions = false)
final class InitCommand extends SiteCommand {
  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(sourceFolder())) {
      throw usage("folder not found: " + sourceFolder() + "; create it first");
    }
    NewSite.Result result = new NewSite(sourceFolder(), LocalDate.now(ZoneOffset.UTC)).make();
    int code =
        switch (result) {
          case NewSite.Result.Misconfigured wrong -> {
            problems().print(wrong.problems());
            yield ExitCode.USAGE;
          }
          case NewSite.Result.Begun begun -> {
            printResult(begun);
            yield ExitCode.DONE;
          }
          case NewSite.Result.Found found -> {
            printResult(found);
            yield ExitCode.DONE;
          }
        };
    out().flush();
    return code;
  }

  private void printResult(NewSite.Result.Begun begun) {
    say(
        begun.others() == 0
            ? "No incident reports here yet."
            : "None of the "
                + ProblemPrinter.plural(begun.others(), "Markdown file")
                + " here looks like an incident report, so Hindsight wrote a first one. If they are"
                + " reports, move them to "
                + SiteSource.INCIDENTS
                + "/.");
    begun.written().forEach(file -> say("Wrote " + file.normalize() + "."));
    say("");
    say("Next: write the report and watch it with `hindsight serve --open" + from() + "`.");
    say("`hindsight new" + from() + "` writes the next one.");
  }

  private String from() {
    return from(sourceFolder());
  }

  private void printResult(NewSite.Result.Found found) {
    CollectionSummary look = found.look();
    say(
        "Found "
            + ProblemPrinter.plural(look.reports(), "report")
            + " in "
            + found.site().resolve(found.reports()).normalize()
            + "/"
            + dates(look)
            + ". Hindsight recognized:");
    say("");
    int width = String.valueOf(look.reports()).length();
    look.parts()
        .forEach(part ->
            say(
                String.format(
                        Locale.ROOT,
                        "  %-13s %" + width + "d of %d   %s",
                        part.name(),
                        part.reports(),
                        look.reports(),
                        part.detail())
                    .stripTrailing()));
    say("");
    out().flush();
    // Problems show paths relative to the site's folder.
    problems(found.site()).printKinds(found.problems());
    Path config = found.site().resolve(SiteSource.CONFIG).normalize();
    if (found.isWritten()) {
      say("Wrote " + config + ". Review it.");
    } else {
      say(config + " already exists and was not changed. Proposed configuration:");
      say("");
      found.proposal().lines().map(PrintedText::line).forEach(out()::println);
    }
    say("");
    next(found);
  }

  private static String dates(CollectionSummary look) {
    if (look.first().isEmpty()) {
      return "";
    }
    return look.first().equals(look.last())
        ? ", of " + look.first().get()
        : ", from " + look.first().get() + " to " + look.last().orElseThrow();
  }

  private void next(NewSite.Result.Found found) {
    if (found.isInPlace()) {
      say("Next: `hindsight build" + from(found.site()) + "`.");
      return;
    }
    Path incidents = found.site().resolve(SiteSource.INCIDENTS).normalize();
    Path reports = found.site().resolve(found.reports()).normalize();
    if (found.reports().isEmpty()) {
      say(
          "Hindsight reads reports from a folder named incidents/. Create it next to this configuration and");
      say("move the reports and their images into it. Links between them keep working. Then:");
      say("  hindsight build" + from(found.site()));
      return;
    }
    say(
        "Hindsight reads reports from a folder named incidents/. Rename yours; links between reports");
    say("keep working:");
    say(
        "  "
            + (isInGit(found.site()) ? "git mv" : "mv")
            + " '"
            + reports
            + "' '"
            + incidents
            + "'");
    say("  hindsight build" + from(found.site()));
    say("Or, if it must keep its name, copy it before each build:");
    say("  mkdir -p '" + incidents + "' && cp -R '" + reports + "/.' '" + incidents + "'");
    say("  hindsight build" + from(found.site()));
  }

  /// The options that a command needs to find the site.
  private static String from(Path site) {
    String shown = site.normalize().toString();
    return shown.isEmpty() ? "" : " --source " + shown;
  }

  private static boolean isInGit(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }
}
