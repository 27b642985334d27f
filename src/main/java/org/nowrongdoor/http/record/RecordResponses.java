package org.nowrongdoor.http.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.DateFormatter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.StreamResponses;
import org.nowrongdoor.storage.ChangeLog;

/** Gives out what is shown: as a page, as one record or as a stream, and as 304 to anyone who has it already. */
@Singleton
public class RecordResponses {

    // The reader of dates takes no more, and fails.
    private static final int MOST_DATE = 64;

    private final ObjectMapper mapper;
    private final HttpHeaders headers;
    private final RoutingContext http;
    private final StreamResponses streams;
    private final ChangeLog changes;
    private final Clock clock;

    // Six collaborators and not four at most: what the caller sent, what there is and when it is.
    public RecordResponses(
            ObjectMapper mapper,
            HttpHeaders headers,
            RoutingContext http,
            StreamResponses streams,
            ChangeLog changes,
            Clock clock) {
        this.mapper = mapper;
        this.headers = headers;
        this.http = http;
        this.streams = streams;
        this.changes = changes;
        this.clock = clock;
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
        // A record may have left the list whenever one changed. Read first: what changes meanwhile is a change since.
        @Nullable Instant changed = ifModifiedSince().isPresent() ? RecordTime.again(changes.lastTime()) : null;
        var items = listing.slice(paging.slice());
        var page = Page.of(
                listing.count(),
                paging,
                items.stream().map(RenderedRecord::body).toList());
        PageLinkFilter.tell(http, page);
        var latest = latest(items);
        return conditional(
                bytes(page),
                MediaType.APPLICATION_JSON_TYPE,
                latest,
                latest == null || changed == null || latest.isBefore(changed) ? changed : latest);
    }

    /** One record. */
    public Response one(RenderedRecord shown) {
        return conditional(bytes(shown.body()), MediaType.APPLICATION_JSON_TYPE, shown.lastModified());
    }

    /** The tag that {@link #one} gives a record; what {@code If-Match} of an edit must name. */
    public String tagOf(ObjectNode body) {
        return EntityTags.of(bytes(body));
    }

    /** A body, or 304 to anyone who has it already.
     *  @param type null for the one that was chosen
     *  @param lastModified when anything that is shown in it last changed; null where that is not known */
    public Response conditional(byte[] body, @Nullable MediaType type, @Nullable Instant lastModified) {
        return conditional(body, type, lastModified, lastModified);
    }

    /** @param since when it is known to be as it is */
    private Response conditional(
            byte[] body, @Nullable MediaType type, @Nullable Instant lastModified, @Nullable Instant since) {
        var tag = EntityTags.of(body);
        var answer = isSeen(tag, since) ? Response.notModified() : Response.ok(body, type);
        answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
                // Any cache may keep it, and none may show it without asking again: a place may have become
                // confidential.
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (lastModified != null) {
            answer.lastModified(lastModified(lastModified));
        }
        return answer.build();
    }

    /** What {@code Last-Modified} says of a record that changed at a time. */
    public Date lastModified(Instant time) {
        return Date.from(RecordTime.told(time, clock.instant()));
    }

    /** Whether the caller has what would be shown. */
    private boolean isSeen(String tag, @Nullable Instant since) {
        var tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.namedByIfNoneMatch(tags, tag);
        }
        return since != null
                && ifModifiedSince()
                        .filter(held -> !RecordTime.known(since).isAfter(held))
                        .isPresent();
    }

    /** The time that decides: where no tag does, of a request that only reads.
     *  @see "RFC 9110, 13.1.3" */
    private Optional<Instant> ifModifiedSince() {
        var text = headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        var method = http.request().method();
        var isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return text == null
                        || text.length() > MOST_DATE
                        || !isRead
                        || headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null
                ? Optional.empty()
                : Optional.ofNullable(DateFormatter.parseHttpDate(text)).map(Date::toInstant);
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
