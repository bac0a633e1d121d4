import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.query.resultio.text.csv.SPARQLResultsCSVWriter;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * The paths of the RDF4J REST API that a push needs, before an RDF4J repository: the server itself is not on Maven
 * Central. What is asked runs in the engine of RDF4J, a request in one transaction, as in the server.
 */
public class Rdf4jServer {
  private static final SailRepository REPOSITORY = new SailRepository(new MemoryStore());

  public static void main(String[] words) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
    var server = HttpServer.create(address, 16);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/repositories/kg", Rdf4jServer::answer);
    server.start();
  }

  private static void answer(HttpExchange call) {
    int status = 204;
    byte[] body = new byte[0];
    try (var connection = REPOSITORY.getConnection()) {
      byte[] sent = call.getRequestBody().readAllBytes();
      String length = call.getRequestHeaders().getFirst("Content-Length");
      if (length != null && sent.length < Long.parseLong(length)) throw new IllegalStateException("cut");
      String path = call.getRequestURI().getPath().substring("/repositories/kg".length());
      connection.begin();
      switch (path) {
        case "/statements" -> connection.prepareUpdate(new String(sent, StandardCharsets.UTF_8)).execute();
        case "/rdf-graphs/service" -> put(call, connection, sent);
        case "" -> {
          status = 200;
          body = select(connection, field(new String(sent, StandardCharsets.UTF_8), "query"));
        }
        default -> status = 404;
      }
      connection.commit();
    } catch (Exception error) {
      status = 400;
      body = String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8);
    }
    try (call) {
      call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) call.getResponseBody().write(body);
    } catch (Exception gone) {
      System.err.println(gone);
    }
  }

  private static void put(HttpExchange call, SailRepositoryConnection connection, byte[] sent) throws Exception {
    var graph = connection.getValueFactory().createIRI(field(call.getRequestURI().getRawQuery(), "graph"));
    var format = Rio.getParserFormatForMIMEType(call.getRequestHeaders().getFirst("Content-Type"));
    if (call.getRequestMethod().equals("PUT")) connection.clear(graph);
    connection.add(new java.io.ByteArrayInputStream(sent), null, format.orElse(RDFFormat.TURTLE), graph);
  }

  private static byte[] select(SailRepositoryConnection connection, String query) throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    connection.prepareTupleQuery(query).evaluate(new SPARQLResultsCSVWriter(out));
    return out.toByteArray();
  }

  private static String field(String form, String name) {
    for (String pair : (form == null ? "" : form).split("&")) {
      if (pair.startsWith(name + "=")) return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
    }
    return "";
  }
}
