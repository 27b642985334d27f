package org.nowrongdoor.exchange.history;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.problem.QuotedValue;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Places in the change feed as they leave the server: a number, and a digest of the database and of the change that has the
 *  number there. In another database, or in one that was set back, another change has it or none. */
@Singleton
class FeedCursorSealer {

    // Begins no number, and tells this form from a later one.
    private static final String FORM = "c1";
    private static final int DIGEST_BYTES = 8;
    private static final int BYTES = Long.BYTES + DIGEST_BYTES;

    // One row, or none where no change has the number: the log is never cut at its end while the server runs.
    private static final String WHAT_STANDS_THERE = """
            select concat_ws(' ', i.id, l.ticket, extract(epoch from l.at), l.ids[?::bigint - l.last_seq + l.size])
            from installation i left join lateral (
                select * from change_log where last_seq >= ? order by last_seq limit 1
            ) l on l.last_seq - l.size < ?
            where ? = 0 or l.ticket is not null
            """;

    private final JdbcReader rows;

    FeedCursorSealer(JdbcReader rows) {
        this.rows = rows;
    }

    /** The cursor of a place in the log, 0 before the first change. */
    String seal(long seq) {
        var digest = digest(seq).orElseThrow(() -> new IllegalStateException("no change has the number " + seq));
        var bytes = ByteBuffer.allocate(BYTES).putLong(seq).put(digest).array();
        return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The place that a cursor stands for.
     *  @throws ProblemException CURSOR_UNKNOWN when it is not one of this log as it stands */
    long open(String cursor) {
        return decode(cursor)
                .filter(bytes -> digest(bytes.getLong(0))
                        .filter(digest -> MessageDigest.isEqual(digest, digestIn(bytes)))
                        .isPresent())
                .map(bytes -> bytes.getLong(0))
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CURSOR_UNKNOWN,
                        "after must be a next of this feed, 0 or now, was " + QuotedValue.of(cursor)
                                + ". Take after=now and read the lists again. Or read on from after=0."));
    }

    private static Optional<ByteBuffer> decode(String cursor) {
        if (!cursor.startsWith(FORM)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor.substring(FORM.length()));
            return bytes.length == BYTES && ByteBuffer.wrap(bytes).getLong(0) >= 0
                    ? Optional.of(ByteBuffer.wrap(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] digestIn(ByteBuffer bytes) {
        var digest = new byte[DIGEST_BYTES];
        bytes.get(Long.BYTES, digest);
        return digest;
    }

    private Optional<byte[]> digest(long seq) {
        return rows.list(SqlBuilder.of(WHAT_STANDS_THERE, seq, seq, seq, seq), row -> row.getString(1)).stream()
                .findFirst()
                .map(what -> digest(seq + " " + what));
    }

    private static byte[] digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
