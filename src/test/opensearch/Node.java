import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/// Starts a node of OpenSearch that keeps its data in a folder and listens on a port of this machine, until it is ended:
/// `java -cp CLASSPATH Node.java FOLDER PORT`. Tests run it as another process, and may kill it.
final class Node {
  private Node() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);

    new OpenSearchRunner()
        .onBuild((number, settings) -> {
          settings.put("discovery.type", "single-node");
          settings.put("http.port", port);
          settings.put("network.host", "127.0.0.1");
          settings.put("transport.port", "0");
          settings.put("http.cors.enabled", true);
          settings.put("http.cors.allow-origin", "*");
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        })
        .build(
            newConfigs()
                .basePath(folder.toString())
                .clusterName("hindsight-tests")
                .numOfNode(1)
                .useLogger());
    Thread.currentThread().join();
  }
}
