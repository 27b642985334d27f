package org.nowrongdoor.http.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.StreamResponses;

/** Gives out what is shown: as a page, as one record or as a stream, and as 304 to anyone who has it already. */
@Singleton
public class RecordResponses {

    private final ObjectMapper mapper;
    private final HttpHeaders headers;
    private final StreamResponses streams;

    public RecordResponses(ObjectMapper mapper, HttpHeaders headers, StreamResponses streams) {
        this.mapper = mapper;
        this.headers = headers;
        this.streams = streams;
    }

    /** A list in the format and the page that were asked for. */
    public Response list(ListParameters asked, RecordList listing) {
        var paging = PageParameters.of(asked);
        if (ListFormat.of(asked, headers.getAcceptableMediaTypes()) == ListFormat.NDJSON) {
            streams.begin();
            return Response.ok(new NdjsonStream(mapper, listing), MediaTypes.NDJSON)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .build();
        }
        var items = listing.slice(paging.slice());
        var page = Page.of(
                listing.count(),
                paging,
                items.stream().map(RenderedRecord::body).toList());
        return conditional(bytes(page), latest(items));
    }

    /** One record. */
    public Response one(RenderedRecord shown) {
        return conditional(bytes(shown.body()), shown.lastModified());
    }

    /** The tag that {@link #one} gives a record; what {@code If-Match} of an edit must name. */
    public String tagOf(ObjectNode body) {
        return EntityTags.of(bytes(body));
    }

    // If-Modified-Since is not looked at: whole seconds would hide an edit, and capacity expires without one.
    private Response conditional(byte[] body, @Nullable Instant lastModified) {
        var tag = EntityTags.of(body);
        var seen = EntityTags.namedByIfNoneMatch(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
        var answer = seen ? Response.notModified() : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
                // Any cache may keep it, and none may show it without asking again: a place may have become
                // confidential.
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (lastModified != null) {
            answer.lastModified(Date.from(lastModified));
        }
        return answer.build();
    }

    private static @Nullable Instant latest(List<RenderedRecord> items) {
        return items.stream()
                .map(RenderedRecord::lastModified)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private byte[] bytes(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
