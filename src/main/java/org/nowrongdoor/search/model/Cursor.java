package org.nowrongdoor.search.model;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Where a page ended: the value it was sorted by, and the id among equals. It holds nothing of the question.
 *  @param shape a short check that it comes from the same kind of question
 *  @param value score, distance in km or day of verification of the last hit
 *  @param passed hits on the pages so far, a hint at how far to read */
public record Cursor(int shape, double value, UUID id, int passed) {

    private static final int BYTES = Integer.BYTES * 2 + Double.BYTES + Long.BYTES * 2;

    /** The cursor that a text stands for.
     *  @throws ProblemException INVALID_PARAMETER when it is none of ours, or another question's */
    public static Cursor parse(String text, int shape) {
        return decode(text)
                .filter(cursor -> cursor.shape == shape)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.INVALID_PARAMETER,
                        "after is not a cursor of this search: take it from 'next' of the page before and repeat the"
                                + " rest of the question unchanged"));
    }

    private static Optional<Cursor> decode(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    bytes.getInt(), bytes.getDouble(), new UUID(bytes.getLong(), bytes.getLong()), bytes.getInt()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putInt(shape)
                .putDouble(value)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(passed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
