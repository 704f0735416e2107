package dev.hindsight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Makes reports of a seed: words drawn from a small vocabulary with Zipf's frequencies, systems,
/// links among each other. The same seed makes the same reports.
public final class Reports {
  private static final String[] WORDS =
      """
      connection database timeout error request server pool client retry latency queue service deploy \
      config cache memory disk node cluster traffic alert user response limit thread transaction index \
      replica certificate token login session webhook payment order export cron job backup restore \
      migration schema query lock deadlock leak restart rollback release canary feature flag gateway \
      proxy route header upstream downstream partition broker consumer producer offset lag topic stream \
      batch worker scheduler container image registry pipeline secret expired revoked dns resolver zone \
      record failover region primary standby snapshot volume quota throttle burst spike saturation \
      exhausted unavailable degraded corrupted missing duplicate stale slow failing rejecting running \
      monitoring dashboard metric threshold paging engineer operator runbook mitigation customers \
      OOMKilled max_connections HTTP/502 api/v2/orders v1.14.3 10.0.3.17 ENOSPC x509 don't O'Reilly's \
      naïve Größe café データベース 障害 接続 ΑΘΗΝΑΣ İstanbul ﬁle 🔥 user@example.com pg-main-01\
      """
          .split(" ");

  private static final String[] SYSTEMS = {
    "Production Database", "API Gateway", "Payment Service", "Event Bus", "Search", "DNS",
  };

  private final Random random;

  private Reports(long seed) {
    this.random = new Random(seed);
  }

  /// Files below a site's folder: path to text.
  public static Map<String, String> site(int count, long seed) {
    return new Reports(seed).make(count);
  }

  private Map<String, String> make(int count) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 1; i <= count; i++) {
      String id = String.format(Locale.ROOT, "INC-%d-%04d", 2020 + i % 7, i);
      files.put("incidents/" + id + ".md", report(i, count));
    }
    return files;
  }

  private String report(int number, int count) {
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    String date = String.format(Locale.ROOT, "%d-%02d-%02d", 2020 + number % 7, month, day);
    int other = 1 + random.nextInt(count);
    String otherId = String.format(Locale.ROOT, "INC-%d-%04d", 2020 + other % 7, other);
    return String.join(
        "\n",
        "---",
        "date: " + date,
        "severity: SEV" + (1 + random.nextInt(4)),
        "---",
        "# Incident Report: " + words(3 + random.nextInt(5)),
        "",
        "## Summary",
        words(10 + random.nextInt(60)),
        "",
        "## Affected Systems",
        "- " + SYSTEMS[random.nextInt(SYSTEMS.length)],
        "- " + SYSTEMS[random.nextInt(SYSTEMS.length)] + " (" + words(2) + ")",
        "",
        "## Timeline",
        "**10:00** - " + words(8) + " [critical]",
        "**10:" + (10 + random.nextInt(49)) + "** - " + words(5),
        "",
        "## Root Cause Analysis",
        words(20 + random.nextInt(120)) + " as in " + otherId + ".",
        "",
        "## Resolution",
        "1. " + words(6),
        "2. " + words(4),
        "",
        "## Action Items",
        "1. **[high]** " + words(6) + " (Assigned: Dave)",
        "");
  }

  /// Words with Zipf's frequencies.
  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double rank = Math.exp(random.nextDouble() * Math.log(WORDS.length));
      words.add(WORDS[(int) rank - 1]);
    }
    return String.join(" ", words);
  }
}
