import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.query.resultio.text.csv.SPARQLResultsCSVWriter;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** Loads a Turtle file into a repository and answers every query of a folder: NAME.rq to NAME.csv, or to NAME.error. */
public class Rdf4jQueries {
  public static void main(String[] words) throws Exception {
    var repository = new SailRepository(new MemoryStore());
    var connection = repository.getConnection();
    connection.add(new File(words[0]), null, RDFFormat.TURTLE);
    for (File file : new File(words[1]).listFiles((folder, name) -> name.endsWith(".rq"))) {
      String path = file.getPath().substring(0, file.getPath().length() - 3);
      try (OutputStream out = new FileOutputStream(path + ".part")) {
        var query = connection.prepareTupleQuery(Files.readString(file.toPath()));
        query.evaluate(new SPARQLResultsCSVWriter(out));
      } catch (Exception error) {
        Files.writeString(Path.of(path + ".error"), String.valueOf(error.getMessage()), StandardCharsets.UTF_8);
        continue;
      }
      Files.move(Path.of(path + ".part"), Path.of(path + ".csv"));
    }
    connection.close();
    repository.shutDown();
  }
}
