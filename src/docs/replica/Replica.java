import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A copy of a directory, one file a record. Needs Jackson: java -cp "lib/*" Replica.java http://localhost:8080 copy */
public class Replica {
    static final Map<String, String> LISTS = Map.of("service", "/services", "organization", "/organizations");
    final HttpClient http = HttpClient.newHttpClient();
    final ObjectMapper json = new ObjectMapper();
    final String server;
    final Path copy;

    Replica(String server, Path copy) { this.server = server; this.copy = copy; }

    public static void main(String[] args) throws Exception {
        var replica = new Replica(args[0], Path.of(args[1]));
        boolean once = args.length > 2 && args[2].equals("once");
        while (replica.step(once ? 0 : 30) || !once) { }
    }

    /** Takes over what changed. Returns whether there is more already. */
    boolean step(int waitSeconds) throws Exception {
        var place = copy.resolve("cursor");
        if (!Files.exists(place)) begin(place);
        var answer = get("/changes?include=record&wait_seconds=" + waitSeconds + "&after=" + Files.readString(place));
        if (answer.statusCode() == 410) { Files.delete(place); return true; } // cursor-unknown: begin again
        var page = json.readTree(answer.body());
        for (var change : page.get("changes"))
            if (LISTS.containsKey(change.get("entity").asText()))
                keep(change.get("entity").asText(), change.get("id").asText(), change.get("record"));
        Files.writeString(place, page.get("next").asText()); // last: a change taken over twice does no harm
        return page.get("more").asBoolean();
    }

    void begin(Path place) throws Exception {
        if (Files.exists(copy))
            try (var old = Files.walk(copy)) { old.filter(Files::isRegularFile).forEach(file -> file.toFile().delete()); }
        var now = json.readTree(get("/changes?after=now").body()).get("next").asText(); // before the lists are read
        for (var list : LISTS.entrySet())
            for (var line : get(list.getValue() + "?format=ndjson&full=true").body().lines().toList())
                keep(list.getKey(), json.readTree(line).get("id").asText(), json.readTree(line));
        Files.createDirectories(copy);
        Files.writeString(place, now);
    }

    void keep(String entity, String id, JsonNode record) throws IOException {
        var file = Files.createDirectories(copy.resolve(entity)).resolve(id + ".json");
        if (record == null) Files.deleteIfExists(file); else Files.writeString(file, record.toString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 || answer.statusCode() == 410) return answer;
        if (answer.statusCode() != 429 && answer.statusCode() != 503) throw new IOException(answer.body());
        Thread.sleep(1000L * Long.parseLong(answer.headers().firstValue("Retry-After").orElse("5")));
        return get(path);
    }
}
