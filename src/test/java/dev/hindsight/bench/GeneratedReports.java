package dev.hindsight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes made-up incident reports, as many as wanted, to measure with: words with the frequencies
/// that words have in English, systems, people, families of like incidents, links to earlier ones,
/// and the hosts, addresses, versions, paths and exceptions that real reports are full of.
///
/// The same seed and count make the same bytes. Each report has its own source of chance, so that
/// they can be written side by side.
public final class GeneratedReports {
  /// The commonest words, the commonest first; rank and frequency follow Zipf.
  private static final String[] COMMON =
      """
      the of and to in a was for on that is with by at from were it as after not this had
      be which all an but are when until we our because during between no one then there
      been also more did they before than while only into its or out could each would has
      two second first so every other any where still never most again about should same
      both three over down up if some under through their them who what how why have new
      old service requests connection error database timeout failed server traffic
      deployment cluster restarted queue latency errors connections pool memory node
      region users started alert config cache customers response certificate release job
      version change time hour minutes replica primary disk data load log rate limit
      client retry retries thread threads table index query queries instance instances
      host hosts network zone rollback rolled back increased dropped running stopped
      returned found caused fixed removed added changed seen sent received read written
      stale slow full empty high low healthy unhealthy available unavailable monitoring
      dashboard metric metrics threshold page paged engineer team call support operator
      runbook mitigation recovery recovered failover failed-over standby leader follower
      election partition partitions topic consumer consumers producer broker offset lag
      message messages event events stream batch worker workers scheduler cron pod pods
      container containers image registry pipeline build artifact secret secrets token
      tokens session sessions login password expired renewed rotated revoked issued signed
      chain root intermediate trust store key keys resolver record records lookup cached
      delegation nameserver domain address addresses route routes router gateway proxy
      upstream downstream header headers payload body status code path endpoint endpoints
      handler balancer target targets health check checks probe probes readiness liveness
      shutdown startup crash crashed loop looping killed restarting drain drained draining
      evicted scaled scaling autoscaler replicas capacity quota quotas throttled
      throttling burst spike spikes surge saturation saturated exhausted exhaustion
      starvation contention lock locks locked deadlock blocked blocking waiting wait held
      hold transaction transactions commit commits committed aborted isolation vacuum
      checkpoint snapshot snapshots backup backups restore restored corrupted corruption
      checksum mismatch missing duplicate duplicated lost orphaned inconsistent consistent
      replication replicated lagging behind catching schema migration migrations column
      columns row rows constraint foreign unique default null value values type types
      field fields parser parsing encoding decode invalid malformed rejected accepted
      ignored skipped unexpected unknown wrong correct correctly incorrect incorrectly
      silent silently quietly suddenly slowly quickly manually automatically temporarily
      permanently partially completely intermittent intermittently sporadic persistent
      repeated repeatedly several many few nearly roughly exactly percent hundred thousand
      million dozen half quarter third double twice once morning evening night weekend
      monday tuesday wednesday thursday friday saturday sunday deploy deployed deploys
      canary staging production environment environments flag flags feature features
      toggle toggled enabled disabled setting settings parameter parameters option options
      variable variables file files folder directory volume volumes mount mounted space
      inode inodes kernel process processes processor core cores heap garbage collection
      pause pauses allocation leak leaked leaking buffer buffers socket sockets descriptor
      descriptors port ports packet packets loss jitter bandwidth firewall rule rules
      policy policies permission permissions denied allowed role roles account accounts
      user tenant tenants customer merchant merchants order orders payment payments
      invoice invoices refund refunds checkout cart catalog inventory shipment label
      labels parcel courier warehouse report reports export exports import imports email
      mail notification notifications webhook webhooks callback callbacks delivery
      delivered search searches results result ranking document documents upload uploads
      download downloads object objects bucket buckets storage archive archived retention
      deleted deletion purge purged cleanup sweep expiry lifetime interval intervals
      window windows delay delays delayed schedule scheduled backlog depth size sizes
      growth grew growing shrank doubled tripled library dependency dependencies package
      packages upgrade upgraded downgrade downgraded patch patched bug bugs regression
      regressions defect test tests tested fixture review reviewed reviewers assumption
      assumed expected expectation hidden visible obvious documented undocumented
      forgotten remembered noticed reported escalated acknowledged investigated confirmed
      suspected traced reproduced verified measured compared observed announced updated
      posted published subscribed unsubscribed connected disconnected reconnected
      reconnect handshake negotiation protocol cipher hostname wildcard alias aliases
      namespace manifest chart template templates controller controllers sidecar mesh
      ingress egress tunnel peering subnet gateway-timeout circuit breaker breakers
      fallback backoff deadline deadlines budget budgets idempotent idempotency ordering
      ordered stuck poison letter hot cold warm shard shards sharding rebalance rebalanced
      rebalancing balance unbalanced skew skewed clock clocks drift leap epoch timestamp
      timestamps utc zone-wide regional global local remote provider providers vendor
      vendors maintenance outage outages degraded degradation incident incidents impact
      impacted affected unaffected severity priority owner owners ownership follow-up
      action actions item items lesson lessons cause causes trigger triggered contributing
      factor factors symptom symptoms evidence graph graphs trace traces span spans sample
      sampled histogram percentile median average total count counter gauge baseline
      anomaly anomalies noise noisy flapping paging silence silenced muted pager rota
      handover shift bridge channel thread-dump
      """
          .strip()
          .split("\\s+");

  private static final int WORDS = 20_000;

  /// Words of a lower rank are particles: they mean nothing by themselves.
  private static final int PARTICLES = 105;

  /// Words of this rank and above are rare: what an incident is about, and no other.
  private static final int RARE = 1_500;

  private static final String[] ONSETS =
      "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st t th tr v w"
          .split(" ");
  private static final String[] NUCLEI = "a e i o u ai ea io ou oo".split(" ");
  private static final String[] CODAS =
      "b ck ct d g l ld m n nd ng nt p r rk rt s st t x".split(" ");
  private static final String[] ENDINGS = "al ance ed er ic ing ion ity ment or s y".split(" ");

  private static final String[] AREAS =
      "Order Payment Inventory Customer Billing Shipping Catalogue Identity Reporting Messaging"
          .split(" ");
  private static final String[] ROLES =
      "Database|API|Gateway|Event Bus|Cache|Scheduler".split("\\|");

  private static final String[] FIRST_NAMES =
      """
      Aiko Amara Anders Beatriz Carlos Chidi Dana Dave Elena Emeka Farid Freya Grace Hana
      Hugo Ines Ivan Jonas Kavya Lars Leila Marta Mei Miguel Nadia Niels Olga Omar Pilar
      Priya Quentin Rosa Samir Sofia Tariq Tomas Uma Viktor Wanjiru Yusuf
      """
          .strip()
          .split("\\s+");
  private static final String[] LAST_NAMES =
      """
      Adeyemi Bauer Castillo Dubois Eriksen Fischer Garcia Haddad Ito Jansen Kovacs
      Lindqvist Moreau Nakamura Okafor Petrov Quispe Raman Silva Tanaka Ueda Varga Weber
      Xu Yilmaz Zieba Abreu Blom Costa Diallo Egede Ferrari Gupta Horvat Iyer Jonsson
      Kimani Lopez Mbeki Novak
      """
          .strip()
          .split("\\s+");
  private static final String[] TAGS =
      """
      api backup cache capacity certificate config connection-pool cron data-loss database
      deploy disk dns failover kubernetes latency memory messaging migration monitoring
      network oom payments queue replication retry-storm search security third-party
      timeout
      """
          .strip()
          .split("\\s+");
  private static final String[] HOSTS =
      "pg redis kafka api web batch search lb dns mail".split(" ");
  private static final String[] PLACES = "main replica eu us staging edge".split(" ");
  private static final String[] STATUSES =
      "resolved resolved resolved resolved resolved resolved closed monitoring open".split(" ");

  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  private final long seed;
  private final String[] words;
  private final double[] shares;
  private final LocalDate[] dates;
  private final String[] ids;

  /// The reports of a report's family, itself among them, in order; null without a family.
  private final int[][] families;

  private GeneratedReports(int count, long seed) {
    this.seed = seed;
    words = vocabulary(random(-1));
    shares = shares();
    dates = new LocalDate[count];
    ids = new String[count];
    families = families(count, random(-2));
    long days = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY);
    int inYear = 0;
    for (int i = 0; i < count; i++) {
      dates[i] = FIRST_DAY.plusDays(i * days / count);
      inYear = i > 0 && dates[i - 1].getYear() == dates[i].getYear() ? inYear + 1 : 1;
      ids[i] = String.format(Locale.ROOT, "INC-%d-%05d", dates[i].getYear(), inYear);
    }
  }

  /// Writes `incidents/` and `site-config.yml`.
  ///
  /// @param args the folder, the number of reports, and a seed (1 without)
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    write(folder, count, seed);
  }

  /// Writes so many reports below a folder.
  public static void write(Path folder, int count, long seed) throws IOException {
    GeneratedReports reports = new GeneratedReports(count, seed);
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    Files.writeString(folder.resolve("site-config.yml"), "title: Generated incidents\n");
    IntStream.range(0, count)
        .parallel()
        .forEach(i -> {
          try {
            String text = reports.new Report(i).text();
            Files.writeString(incidents.resolve(reports.ids[i] + ".md"), text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// A source of chance for one purpose. Seeds that lie side by side would begin alike, so they are
  /// spread.
  private Random random(long purpose) {
    long mixed = (seed * 1_000_003 + purpose) * 0x9E3779B97F4A7C15L;
    return new Random(mixed ^ (mixed >>> 29));
  }

  private static String[] vocabulary(Random random) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(COMMON));
    while (words.size() < WORDS) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 1 + random.nextInt(2); syllables > 0; syllables--) {
        word.append(any(ONSETS, random)).append(any(NUCLEI, random));
      }
      word.append(any(CODAS, random));
      if (word.length() < 5 || random.nextInt(2) == 0) {
        word.append(any(ENDINGS, random));
      }
      words.add(word.toString());
    }
    return words.toArray(String[]::new);
  }

  /// The share of all text that a word and those before it have: Zipf's law with Mandelbrot's
  /// shift.
  private static double[] shares() {
    double[] shares = new double[WORDS];
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += 1 / (i + 2.0);
      shares[i] = sum;
    }
    return shares;
  }

  /// Three reports of ten are in a family of two to six.
  private static int[][] families(int count, Random random) {
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(shuffled, random);
    int[][] families = new int[count][];
    int from = 0;
    while (from < count * 3 / 10) {
      int to = Math.min(count, from + 2 + random.nextInt(5));
      int[] members = shuffled.subList(from, to).stream().mapToInt(i -> i).sorted().toArray();
      for (int member : members) {
        families[member] = members;
      }
      from = to;
    }
    return families;
  }

  private static String any(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  /// One report in the making.
  private final class Report {
    private final int number;
    private final Random random;
    private final String[] topic;
    private final String system;
    private final List<Integer> related = new ArrayList<>();

    Report(int number) {
      this.number = number;
      this.random = random(number);
      int[] family = families[number];
      // What a family shares comes from the number of its first member.
      Random shared = random(-10L - (family == null ? number : family[0]));
      system = system(shared);
      topic = shared.ints(15, RARE, WORDS).mapToObj(i -> words[i]).toArray(String[]::new);
      chooseRelated(family);
    }

    private void chooseRelated(int[] family) {
      if (family != null) {
        Arrays.stream(family).filter(i -> i < number).forEach(related::add);
      }
      for (int i = random.nextInt(3); i > 0 && number > 0; i--) {
        int other = random.nextInt(number);
        if (!related.contains(other)) {
          related.add(other);
        }
      }
    }

    String text() {
      StringBuilder text = new StringBuilder();
      text.append(frontMatter());
      text.append("\n# Incident Report: ").append(title()).append('\n');
      section(text, "Executive Summary", paragraph(40, 0.06));
      section(text, "Affected Systems", systems());
      int minutes = 12 + random.nextInt(220);
      section(text, "Timeline", timeline(minutes));
      section(text, "Root Cause Analysis", cause());
      section(text, "Impact Assessment", impact(minutes));
      section(text, "Resolution", steps());
      section(text, "Action Items", actions());
      if (!related.isEmpty()) {
        section(text, "Related Incidents", links());
      }
      return text.toString();
    }

    private static void section(StringBuilder text, String heading, String body) {
      text.append("\n## ").append(heading).append('\n').append(body).append('\n');
    }

    private String frontMatter() {
      Set<String> tags = new LinkedHashSet<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        tags.add(any(TAGS, random));
      }
      return "---\ndate: %s\nseverity: SEV%d\nstatus: %s\ntags: [%s]\n---\n"
          .formatted(
              dates[number],
              4 - (int) Math.sqrt(random.nextInt(16)),
              any(STATUSES, random),
              String.join(", ", tags));
    }

    /// Half of its words are what the incident is about.
    private String title() {
      String about = capital(topic[0]) + " " + word(300) + " " + topic[1] + " " + word(300);
      return switch (random.nextInt(3)) {
        case 0 -> about + " in " + system;
        case 1 -> about + " after " + word(300) + " " + topic[2];
        default -> about + " with " + exception();
      };
    }

    private String systems() {
      Set<String> systems = new LinkedHashSet<>(List.of(system));
      for (int i = random.nextInt(4); i > 0; i--) {
        systems.add(system(random));
      }
      return systems.stream()
          .map(name -> "- " + name + (random.nextInt(3) == 0 ? " (`" + host() + "`)" : ""))
          .collect(Collectors.joining("\n"));
    }

    /// Entries from the beginning to the end of the incident, on one day.
    private String timeline(int minutes) {
      LocalTime start = LocalTime.of(random.nextInt(20), random.nextInt(60));
      int entries = 5 + random.nextInt(3);
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        String mark = i == 0 ? " [critical]" : i == entries - 1 ? " [resolved]" : "";
        LocalTime time = start.plusMinutes((long) minutes * i / (entries - 1));
        lines.add("**%s** - %s%s".formatted(time, capital(entry()), mark));
      }
      return String.join("\n", lines);
    }

    private String entry() {
      return switch (random.nextInt(5)) {
        case 0 -> person() + " " + words(7, 0.05);
        case 1 -> "`" + host() + "` " + words(6, 0.05);
        default -> words(9, 0.05);
      };
    }

    private String cause() {
      List<String> parts = new ArrayList<>();
      parts.add(paragraph(45, 0.15) + " " + detail());
      if (random.nextInt(2) == 0) {
        parts.add("```text\n" + log() + "\n```");
      }
      String mention = related.isEmpty() ? "" : " " + mention(related.getFirst());
      parts.add(paragraph(35, 0.15) + mention + " " + detail());
      return String.join("\n\n", parts);
    }

    private String mention(int other) {
      return capital(words(5, 0.05)) + " as in " + ids[other] + " " + words(4, 0.05) + ".";
    }

    private String detail() {
      return switch (random.nextInt(5)) {
        case 0 -> "The log of `" + host() + "` said `" + exception() + ": " + words(6, 0.1) + "`.";
        case 1 -> "Version " + version() + " of " + system + " was deployed by " + person() + ".";
        case 2 -> "Requests from " + address() + " ended with HTTP " + httpStatus() + ".";
        case 3 -> "The value stood in `" + path() + "` since " + version() + ".";
        default -> "`" + word(WORDS) + "_" + topic(3) + "` was " + (1 << random.nextInt(14)) + ".";
      };
    }

    private String log() {
      String type = camel();
      String where = "    at com.acme.%s.%s.%s(%s.java:%d)";
      return "%sT%02d:%02d:%02dZ ERROR [%s] %s: %s\n"
              .formatted(
                  dates[number],
                  random.nextInt(24),
                  random.nextInt(60),
                  random.nextInt(60),
                  host(),
                  exception(),
                  words(8, 0.2))
          + where.formatted(topic(3), type, word(RARE), type, 10 + random.nextInt(400));
    }

    private String impact(int minutes) {
      return String.join(
          "\n",
          "- **Duration**: " + minutes + " minutes",
          "- **Users Affected**: about " + 10 * (1 + random.nextInt(900)) + " " + words(6, 0.05),
          "- **Failed Requests**: " + random.nextInt(50_000) + ", " + words(8, 0.05));
    }

    private String steps() {
      List<String> steps = new ArrayList<>();
      int count = 3 + random.nextInt(2);
      for (int i = 1; i <= count; i++) {
        String where = random.nextInt(3) == 0 ? " on `" + host() + "`" : "";
        steps.add(i + ". " + capital(words(11, 0.08)) + where);
      }
      return String.join("\n", steps);
    }

    private String actions() {
      List<String> items = new ArrayList<>();
      int count = 3 + random.nextInt(2);
      for (int i = 1; i <= count; i++) {
        items.add(
            "%d. [%s] **[%s]** %s (Assigned: %s)"
                .formatted(
                    i,
                    random.nextInt(4) == 0 ? " " : "x",
                    any(new String[] {"critical", "high", "medium", "low"}, random),
                    capital(words(9, 0.08)),
                    person()));
      }
      return String.join("\n", items);
    }

    private String links() {
      return related.stream()
          .map(i -> "- %s - %s (%s)".formatted(ids[i], capital(words(6, 0.1)), dates[i]))
          .collect(Collectors.joining("\n"));
    }

    /// Sentences of about so many words in all.
    private String paragraph(int count, double onTopic) {
      List<String> sentences = new ArrayList<>();
      for (int left = count; left > 0; ) {
        int length = Math.min(left, 8 + random.nextInt(10));
        sentences.add(capital(words(length, onTopic)) + ".");
        left -= length;
      }
      return String.join(" ", sentences);
    }

    private String words(int count, double onTopic) {
      String[] chosen = new String[count];
      for (int i = 0; i < count; i++) {
        chosen[i] = random.nextDouble() < onTopic ? any(topic, random) : zipf();
      }
      return String.join(" ", chosen);
    }

    private String zipf() {
      int place = Arrays.binarySearch(shares, random.nextDouble() * shares[WORDS - 1]);
      return words[place < 0 ? -place - 1 : place];
    }

    /// A word with a meaning, up to a rank: none of the commonest, which are particles.
    private String word(int below) {
      return words[random.nextInt(PARTICLES, below)];
    }

    private String topic(int place) {
      return topic[place + random.nextInt(topic.length - place)];
    }

    private static String capital(String text) {
      return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// One of sixty; some fail more often than others.
    private static String system(Random random) {
      int count = AREAS.length * ROLES.length;
      int place = (int) (Math.pow(random.nextDouble(), 1.5) * count);
      return AREAS[place % AREAS.length] + " " + ROLES[place / AREAS.length];
    }

    private String person() {
      int place = random.nextInt(FIRST_NAMES.length);
      return FIRST_NAMES[place] + " " + LAST_NAMES[place];
    }

    private String host() {
      return "%s-%s-%02d"
          .formatted(any(HOSTS, random), any(PLACES, random), 1 + random.nextInt(24));
    }

    private String address() {
      return "10.%d.%d.%d".formatted(random.nextInt(8), random.nextInt(256), random.nextInt(256));
    }

    private String version() {
      return "v%d.%d.%d".formatted(1 + random.nextInt(4), random.nextInt(40), random.nextInt(10));
    }

    private int httpStatus() {
      return new int[] {429, 500, 502, 503, 504}[random.nextInt(5)];
    }

    private String camel() {
      return capital(word(600).replace("-", "")) + capital(topic(0));
    }

    private String exception() {
      return camel() + (random.nextInt(3) == 0 ? "Error" : "Exception");
    }

    private String path() {
      return "/etc/" + word(600) + "/" + topic(0) + (random.nextBoolean() ? ".conf" : ".yaml");
    }
  }
}
