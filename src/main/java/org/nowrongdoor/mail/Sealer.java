package org.nowrongdoor.mail;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;

/** Keeps whom a mail goes to, and its link, from whoever reads the table alone. */
@Singleton
class Sealer {

    /** Where a mail goes and what it points to. */
    record Content(String to, String link) {}

    private final Aead house;

    Sealer(MasterKey master) {
        try {
            house = new AesGcmJce(master.derive("mail-outbox"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has AES-GCM", e);
        }
    }

    byte[] seal(UUID id, Content content) {
        try {
            var plain = content.to() + "\n" + content.link();
            return house.encrypt(plain.getBytes(StandardCharsets.UTF_8), bound(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("mail " + id + " cannot be sealed", e);
        }
    }

    Content open(UUID id, byte[] sealed) {
        try {
            var plain = new String(house.decrypt(sealed, bound(id)), StandardCharsets.UTF_8);
            int end = plain.indexOf('\n');
            return new Content(plain.substring(0, end), plain.substring(end + 1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("mail " + id + " cannot be opened", e);
        }
    }

    private static byte[] bound(UUID id) {
        return ("mail/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
