package org.nowrongdoor.search.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.SearchPage;

/** The forms in which an answer is given, chosen by {@code Accept}. No cache on the way may keep any of them. */
@Singleton
public class SearchPageWriter {

    public static final String TEXT = "text/plain";
    public static final String CSV = "text/csv";
    public static final String GEO = "application/geo+json";
    public static final String LINES = "application/x-ndjson";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(TEXT),
                    MediaType.valueOf(CSV),
                    MediaType.valueOf(GEO),
                    MediaType.valueOf(LINES))
            .build();

    private final ObjectMapper mapper;
    private final Clock clock;

    SearchPageWriter(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Writes a page in the form that the request accepts.
     *  @param form how a text is given
     *  @throws ProblemException NOT_ACCEPTABLE when none of the forms is wanted */
    public Response answer(SearchPage page, Request request, TextForm form) {
        var variant = request.selectVariant(VARIANTS);
        if (variant == null) {
            throw ProblemException.of(
                    ProblemKind.NOT_ACCEPTABLE,
                    "Accept must allow one of "
                            + VARIANTS.stream()
                                    .map(v -> v.getMediaType().toString())
                                    .collect(Collectors.joining(", ")));
        }
        var type = variant.getMediaType();
        return Response.ok(bytes(page, type.getSubtype(), form))
                .type(type.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        Locale.forLanguageTag(page.lang()).getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** In UTF-8. */
    private byte[] bytes(SearchPage page, String subtype, TextForm form) {
        return switch (subtype) {
            case "plain" ->
                new PlainTextFormatter(page.lang(), form, clock.instant())
                        .of(page)
                        .getBytes(StandardCharsets.UTF_8);
            case "csv" -> CsvFormatter.of(page).getBytes(StandardCharsets.UTF_8);
            case "geo+json" -> json(GeoJsonFormatter.of(page));
            case "x-ndjson" -> lines(page.hits());
            default -> json(page);
        };
    }

    private byte[] lines(List<Hit> hits) {
        var lines = new ByteArrayOutputStream();
        for (var hit : hits) {
            lines.writeBytes(json(hit));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
