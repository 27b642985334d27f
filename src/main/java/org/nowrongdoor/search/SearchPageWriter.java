package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes an answer in the forms other than JSON. */
@Provider
@Produces({SearchPageWriter.TEXT, SearchPageWriter.CSV, SearchPageWriter.GEO, SearchPageWriter.LINES})
public class SearchPageWriter implements MessageBodyWriter<SearchPage> {

    static final String TEXT = "text/plain;charset=UTF-8";
    static final String CSV = "text/csv;charset=UTF-8";
    static final String GEO = "application/geo+json";
    static final String LINES = "application/x-ndjson";

    private final ObjectMapper mapper;

    public SearchPageWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return SearchPage.class.isAssignableFrom(type) && !MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType);
    }

    @Override
    public void writeTo(
            SearchPage page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(text(page, mediaType).getBytes(StandardCharsets.UTF_8));
    }

    private String text(SearchPage page, MediaType mediaType) throws IOException {
        return switch (mediaType.getSubtype()) {
            case "csv" -> CsvFormat.of(page);
            case "geo+json" -> mapper.writeValueAsString(GeoJsonFormat.of(page));
            case "x-ndjson" -> {
                var lines = new StringBuilder();
                for (var hit : page.hits()) {
                    lines.append(mapper.writeValueAsString(hit)).append('\n');
                }
                yield lines.toString();
            }
            default -> new PlainText(page.lang()).of(page);
        };
    }
}
