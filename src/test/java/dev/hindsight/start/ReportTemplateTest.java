package dev.hindsight.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.IncidentId;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known is written where a template waits for it, and nothing else changes.
class ReportTemplateTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();
  private static final NewIncident FACTS =
      new NewIncident(
          new IncidentId("INC-2026-0153"),
          "DNS is down",
          LocalDate.of(2026, 3, 9),
          Optional.of("SEV2"),
          List.of("Checkout", "DNS, inner"),
          List.of("Dana"),
          List.of("SEV1", "SEV2"));
  private static final NewIncident LITTLE =
      new NewIncident(
          new IncidentId("INC-2026-0153"),
          "DNS is down",
          LocalDate.of(2026, 3, 9),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of("SEV1", "SEV2"));

  private static String fill(String template) {
    return ReportTemplate.fill(template, FACTS, CONFIG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          Incident Report: [Brief title]      | Incident Report: DNS is down
          <title>                             | DNS is down
          {{ title }}                         | DNS is down
          ${title}                            | DNS is down
          {title}                             | DNS is down
          Title                               | DNS is down
          Postmortem: Incident Title          | Postmortem: DNS is down
          [INC-XXXX] [Short summary]          | INC-2026-0153 DNS is down
          INC-YYYY-NNN: Title                 | INC-2026-0153: DNS is down
          [Incident ID] - [Title]             | INC-2026-0153 - DNS is down
          YYYY-MM-DD - [title]                | 2026-03-09 - DNS is down
          [Date]: [what broke]                | 2026-03-09: DNS is down
          Postmortem                          | Postmortem: DNS is down
          Incident Report Template            | Incident Report: DNS is down
          Post-mortem template                | Post-mortem: DNS is down
          Template                            | DNS is down
          Template for reports                | DNS is down
          Something that says nothing         | DNS is down
          """)
  void writesTheTitleIntoTheFirstHeading(String template, String expected) {
    assertEquals("# " + expected + "\n\n## Summary\n", fill("# " + template + "\n\n## Summary\n"));
  }

  @Test
  void addsAMissingTitle() {
    assertEquals("# DNS is down\n\n## Summary\n", fill("## Summary\n"));
    assertEquals(
        "---\nx: y\n---\n# DNS is down\n\n## Summary\n", fill("---\nx: y\n---\n## Summary\n"));
    assertEquals(
        "---\ntitle: DNS is down\n---\n## Summary\n", fill("---\ntitle:\n---\n## Summary\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          **Severity:** [SEV1/SEV2/SEV3]      ~ **Severity:** SEV2
          **Severity**: SEV1 \\| SEV2         ~ **Severity**: SEV2
          - **Severity**:                     ~ - **Severity**: SEV2
          Severity: SEV1                      ~ Severity: SEV2
          * Date: YYYY-MM-DD                  ~ * Date: 2026-03-09
          **Date:** 2024-01-01                ~ **Date:** 2024-01-01
          **Incident ID:** TBD                ~ **Incident ID:** INC-2026-0153
          | Severity | SEV? |                 ~ | Severity | SEV2 |
          | **Date** | |                      ~ | **Date** | 2026-03-09 |
          | Services affected | [names] |     ~ | Services affected | Checkout, DNS, inner |
          **Date:** [date] | **Severity:** [level] ~ **Date:** 2026-03-09 | **Severity:** SEV2
          Author: @name?                      ~ Author: Dana
          Author: the team                    ~ Author: the team
          Incident Commander: [name]          ~ Incident Commander: [name]
          Start time: YYYY-MM-DD HH:MM        ~ Start time: YYYY-MM-DD HH:MM
          """)
  void writesMetadataAboveTheFirstSection(String template, String expected) {
    assertEquals("# DNS is down\n\n" + expected + "\n", fill("# Title\n\n" + template + "\n"));
  }

  @Test
  void changesNothingBelowTheFirstSection() {
    String below =
        "## Timeline\n"
            + "| HH:MM | [what] |\n\n"
            + "## Action Items\n"
            + "- [ ] [what] **Date:** [date]\n\n"
            + "Severity: ?\n";
    assertEquals("# DNS is down\n\n" + below, fill("# Title\n\n" + below));
  }

  @Test
  void changesNeitherCodeNorComments() {
    String kept = "```\nSeverity: [level]\n```\n<!-- Date: [date]\n{{title}} -->\n";
    assertEquals("# DNS is down\n" + kept, fill("# Title\n" + kept));
  }

  @Test
  void writesFrontMatterWithItsQuotesAndRemarks() {
    assertEquals(
        """
        ---
        # a remark
        incident_id: "INC-2026-0153"
        title: 'x: y' # kept
        """
                .replace("'x: y'", "\"DNS is down\"")
            + """
            severity: SEV2 # one of SEV1, SEV2
            date: 2026-03-09
            services:
              - Checkout
              - "DNS, inner"
            authors: [Dana]
            tags: []
            ---
            # DNS is down
            """,
        fill(
            """
            ---
            # a remark
            incident_id: ""
            title: 'x: y' # kept
            severity: # one of SEV1, SEV2
            date: 2020-01-01
            services:
              - name of a service
              - another
            authors: []
            tags: []
            ---
            # [Title]
            """));
  }

  @Test
  void keepsPlaceholdersOfUnknownValues() {
    String template =
        "---\nseverity: SEV3\nsystems: []\nauthor:\n---\n# X\n\n## Affected Systems\n- [Name]\n";
    assertEquals(
        template.replace("# X", "# DNS is down"), ReportTemplate.fill(template, LITTLE, CONFIG));
  }

  @Test
  void writesToml() {
    assertEquals(
        "+++\ntitle = \"DNS is down\"\nsystems = [\"Checkout\", \"DNS, inner\"]\n+++\n## Summary\n",
        fill("+++\ntitle = \"\"\nsystems = []\n+++\n## Summary\n"));
  }

  @Test
  void listsTheSystemsWhereTheyBelong() {
    assertEquals(
        "# DNS is down\n\n## Affected Systems\n- Checkout\n- DNS, inner\n\n## Timeline\n- [when]\n",
        fill("# Title\n\n## Affected Systems\n- [System]\n- [Another]\n\n## Timeline\n- [when]\n"));
  }

  @Test
  void keepsLineEndings() {
    assertEquals("# DNS is down\r\n\r\n## Summary\r\n", fill("# Title\r\n\r\n## Summary\r\n"));
  }
}
