package org.nowrongdoor.access.caller;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] TEXT = "ana@example.org".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private final Sealing sealing = new Sealing(KEY);

    @Test
    void whatWasSealedOpensAgain() {
        assertArrayEquals(TEXT, sealing.open(sealing.seal(TEXT, "mail/1"), "mail/1"));
        assertArrayEquals(new byte[0], sealing.open(sealing.seal(new byte[0], "mail/1"), "mail/1"));
    }

    @Test
    void whatTinkSealedBeforeOpensStill() {
        // AesGcmJce of Tink 1.18, with which rows in the store were sealed.
        var sealed = HexFormat.of()
                .parseHex("946a5060c08dbf933eeb2128f4902c2fa2905e89cea8914cbb664099094bfa7c6b63518d15255d765ef9fe");
        assertArrayEquals(TEXT, sealing.open(sealed, "mail/1"));
    }

    @Test
    void theSameTextIsNeverSealedAlike() {
        assertFalse(Arrays.equals(sealing.seal(TEXT, "mail/1"), sealing.seal(TEXT, "mail/1")));
    }

    @Test
    void itOpensInItsOwnContextAlone() {
        var sealed = sealing.seal(TEXT, "mail/1");
        var thrown = assertThrows(IllegalStateException.class, () -> sealing.open(sealed, "mail/2"));
        assertEquals("mail/2 cannot be opened", thrown.getMessage());
    }

    @Test
    void itOpensWithItsOwnKeyAlone() {
        var sealed = sealing.seal(TEXT, "mail/1");
        var other = new Sealing(new byte[Sealing.KEY_BYTES]);
        assertThrows(IllegalStateException.class, () -> other.open(sealed, "mail/1"));
    }

    @Test
    void aChangedByteIsNoticed() {
        var sealed = sealing.seal(TEXT, "mail/1");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> sealing.open(changed, "mail/1"));
        }
        assertThrows(IllegalStateException.class, () -> sealing.open(new byte[5], "mail/1"));
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sealing(new byte[16]));
    }
}
