package org.nowrongdoor.http.server;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemKind;

/** Mark of a request whose head was refused, with the reason. Vert.x takes it for a success and so lets the request come to
 *  our filters, where it gets a problem and not an empty answer. */
final class RefusedHead extends DecoderResult {

    private static final String MARK = "refused ";

    private final ProblemKind kind;
    private final String detail;

    private RefusedHead(ProblemKind kind, String detail) {
        super(SIGNAL_SUCCESS);
        this.kind = kind;
        this.detail = detail;
    }

    static RefusedHead malformed(String detail) {
        return new RefusedHead(ProblemKind.MALFORMED_REQUEST, detail);
    }

    /** What a failure of Netty's decoder means. */
    static RefusedHead of(@Nullable Throwable failure, HttpHeaders headers) {
        if (failure instanceof TooLongHttpLineException) {
            return new RefusedHead(ProblemKind.URI_TOO_LONG, "the first line of the request is too long");
        }
        if (failure instanceof TooLongHttpHeaderException) {
            return new RefusedHead(ProblemKind.HEADERS_TOO_LARGE, "all headers together may be at most 16384 bytes");
        }
        if (!headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return malformed("the request line, the name of a header or Content-Length is not valid");
        }
        return malformed(
                headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                        ? "Content-Length and Transfer-Encoding exclude each other; send one of them"
                        : HeadRules.TRANSFER_ENCODING);
    }

    /** A refusal as the result of a decoder carries it.
     *  @param detail field, value, bound and remedy */
    record Refusal(ProblemKind kind, String detail) {}

    /** The refusal that a request carries. Read from its text: Netty may know this class by another loader. */
    static Optional<Refusal> find(DecoderResult result) {
        var text = result.toString();
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        int end = text.indexOf(' ', MARK.length());
        return Optional.of(
                new Refusal(ProblemKind.valueOf(text.substring(MARK.length(), end)), text.substring(end + 1)));
    }

    @Override
    public String toString() {
        return MARK + kind.name() + " " + detail;
    }
}
