package org.nowrongdoor.search.query;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.search.model.Cursor;

/** Cursors as they leave the server. Sealed, they tell no one how far a hit is from the caller, and none can be made up;
 *  bound to their question, they hold nothing of it. */
@Singleton
public class CursorSealer {

    private static final int BYTES = Double.BYTES + Long.BYTES * 2 + Integer.BYTES;

    private final Sealing house;

    CursorSealer(MasterKey master) {
        this.house = new Sealing(master.derive("search-cursor"));
    }

    /** The text of a cursor; the same for the same place of the same question. */
    public String seal(Cursor cursor) {
        var plain = ByteBuffer.allocate(BYTES)
                .putDouble(cursor.value())
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits())
                .putInt(cursor.passed())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(house.sealAlike(plain, context(cursor.shape())));
    }

    /** The cursor that a text stands for.
     *  @throws ProblemException INVALID_PARAMETER when it is none of ours, or another question's */
    public Cursor open(String text, int shape) {
        return decode(text)
                .flatMap(bytes -> unseal(bytes, shape))
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.INVALID_PARAMETER,
                        "after is not a cursor of this search. Take it from 'next' of the page before."
                                + " Repeat the rest of the question unchanged."));
    }

    private Optional<Cursor> unseal(byte[] bytes, int shape) {
        try {
            var plain = ByteBuffer.wrap(house.open(bytes, context(shape)));
            return Optional.of(
                    new Cursor(shape, plain.getDouble(), new UUID(plain.getLong(), plain.getLong()), plain.getInt()));
        } catch (IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String context(int shape) {
        return "search-cursor/" + shape;
    }
}
