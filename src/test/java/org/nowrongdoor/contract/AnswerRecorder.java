package org.nowrongdoor.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Holds every answer that a test gets against the description of the server that gave it. Differences fail no test here:
 *  they are written down, and {@link DeclaredAnswersIT} fails on them once all tests have run. */
public final class AnswerRecorder implements QuarkusTestBeforeEachCallback, Filter {

    static final Path FOLDER = Path.of("target", "contract");
    private static final String BEGUN = "org.nowrongdoor.contract.begun";

    private static final String PHASE = System.getProperty("contract.phase", "tests");

    // What the build of the application wrote: asking the server for it would count among its requests.
    private static final Path DESCRIPTION =
            Path.of(PHASE.equals("tests") ? "target/openapi" : "openapi").resolve("openapi.json");

    private static final AtomicReference<AnswerCheck> CHECK = new AtomicReference<>();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(filter -> filter instanceof AnswerRecorder)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        if (Files.exists(DESCRIPTION)) {
            record(request.getMethod(), request.getURI(), response);
        }
        return response;
    }

    private static void record(String method, String uri, Response response) {
        var slash = uri.indexOf('/', uri.indexOf("//") + 2);
        var path = slash < 0 ? "/" : uri.substring(slash).split("[?#]", 2)[0];
        var check = check();
        if (!check.isDescribed(method, path)) {
            return;
        }
        var mediaType =
                String.valueOf(response.getContentType()).split(";", 2)[0].toLowerCase(Locale.ROOT);
        var headers = new TreeMap<String, String>();
        response.getHeaders()
                .forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        var body = mediaType.endsWith("json") && !mediaType.endsWith("ndjson") ? response.asString() : "";
        var lines = new StringBuilder();
        check.differences(new AnswerCheck.Answer(method, path, response.statusCode(), mediaType, headers, body))
                .forEach(line -> lines.append(line).append('\n'));
        write("compared", ".");
        write("differences", lines.toString());
    }

    private static AnswerCheck check() {
        var known = CHECK.get();
        if (known == null) {
            try {
                known = new AnswerCheck(ApiDescription.read(Files.readString(DESCRIPTION)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            CHECK.set(known);
        }
        return known;
    }

    private static synchronized void write(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            if (System.getProperty(BEGUN) == null) {
                System.setProperty(BEGUN, "true");
                Files.deleteIfExists(file("compared"));
                Files.deleteIfExists(file("differences"));
            }
            Files.writeString(file(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this run; those on the packaged server have their own. */
    static Path file(String name) {
        return FOLDER.resolve(PHASE + "-" + name);
    }
}
