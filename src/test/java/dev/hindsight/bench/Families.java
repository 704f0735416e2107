package dev.hindsight.bench;

import dev.hindsight.Sites;
import dev.hindsight.model.*;
import dev.hindsight.search.*;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;

public final class Families {
  public static void main(String[] args) throws IOException {
    Path corpora = Path.of(args[0]);
    List<String[]> labels =
        Files.lines(Path.of(args[1]))
            .map(l -> l.split("\t"))
            .filter(c -> c.length >= 3 && !c[0].equals("corpus"))
            .toList();
    boolean verbose = args.length > 2;
    List<Double> all3 = new ArrayList<>();
    List<List<Double>> quiets = new ArrayList<>(), sibs = new ArrayList<>();
    for (String set : labels.stream().map(c -> c[0]).distinct().toList()) {
      Path folder = Files.createTempDirectory("fam");
      Path inc = Files.createDirectories(folder.resolve("incidents"));
      Map<String, String> family = new HashMap<>();
      for (String[] c : labels)
        if (c[0].equals(set)) {
          String base = c[1].replaceAll("\\.html\\.md\\.erb$|\\.md$", "");
          Files.copy(corpora.resolve(set).resolve(c[1]), inc.resolve(base + ".md"));
          family.put("incidents/" + base + ".md", c[2] + (c[3].equals("akin") ? "?" : ""));
        }
      KnowledgeBase k = Sites.knowledge(folder);
      SearchIndex index = SearchIndexer.index(k);
      List<Resemblance> all = index.similar();
      Map<IncidentId, List<Resemblance>> by =
          all.stream().collect(Collectors.groupingBy(Resemblance::one));
      Map<IncidentId, String> fam = new HashMap<>();
      k.incidents().forEach(i -> fam.put(i.id(), family.get(i.source())));
      int have = 0, top3 = 0, top1 = 0;
      List<Double> alone = new ArrayList<>(), sib = new ArrayList<>();
      for (Incident i : k.incidents()) {
        String f = fam.get(i.id());
        List<Resemblance> r = by.getOrDefault(i.id(), List.of());
        if (f.endsWith("?")) continue;
        boolean has = !f.equals("-");
        if (has) {
          have++;
          int place = -1;
          for (int p = 0; p < r.size(); p++)
            if (f.equals(fam.get(r.get(p).other()))) {
              place = p;
              break;
            }
          if (place >= 0 && place < 3) {
            top3++;
            sib.add(r.get(place).score());
          }
          if (place == 0) top1++;
          if (verbose) System.out.printf("%s [%s] place %d%n", i.source(), f, place + 1);
        } else {
          alone.add(r.isEmpty() ? 0 : r.getFirst().score());
          if (verbose) System.out.printf("%s alone%n", i.source());
        }
        if (verbose)
          r.stream()
              .limit(3)
              .forEach(x ->
                  System.out.printf(
                      "    %.3f %s [%s] %s%n",
                      x.score(), x.other(), fam.get(x.other()), x.terms()));
      }
      Collections.sort(alone);
      Collections.sort(sib);
      // PAIRS
      for (double t : new double[] {.17, .18, .19, .2, .21, .22, .23, .24, .25, .27, .3}) {
        double tt = t;
        long n = all.stream().filter(x -> x.score() >= tt).count();
        long good =
            all.stream()
                .filter(x ->
                    x.score() >= tt
                        && !fam.get(x.one()).equals("-")
                        && fam.get(x.one()).equals(fam.get(x.other())))
                .count();
        System.out.printf("    pairs >= %.2f: %d right %d%n", t, n, good);
      }
      double need = alone.get((int) Math.ceil(alone.size() * 0.8) - 1) + 1e-9;
      long shown = sib.stream().filter(x -> x >= need).count();
      System.out.printf(
          "%-10.10s siblings %d top3 %d top1 %d | quiet .8 from %.3f: %d shown%n",
          set, have, top3, top1, need, shown);
      for (double x : sib) all3.add(x);
      quiets.add(alone);
      sibs.add(sib);
    }
    double best = 0;
    for (double t = 0.02; t < 0.6; t += 0.002) {
      double tt = t;
      if (quiets.stream()
          .allMatch(a -> a.stream().filter(x -> x < tt).count() >= Math.ceil(0.8 * a.size()))) {
        best = t;
        break;
      }
    }
    double bb = best;
    System.out.printf(
        "   both quiet from %.3f: shown %s%n",
        best, sibs.stream().map(q -> q.stream().filter(x -> x >= bb).count()).toList());
  }
}
