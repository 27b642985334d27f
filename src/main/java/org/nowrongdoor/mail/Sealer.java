package org.nowrongdoor.mail;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.access.caller.Sealing;

/** Keeps whom a mail goes to, and its link, from a reader of the table alone. */
@Singleton
class Sealer {

    /** Where a mail goes and what it points to. */
    record Content(String to, String link) {}

    private final Sealing house;

    Sealer(MasterKey master) {
        house = new Sealing(master.derive("mail-outbox"));
    }

    byte[] seal(UUID id, Content content) {
        var plain = content.to() + "\n" + content.link();
        return house.seal(plain.getBytes(StandardCharsets.UTF_8), context(id));
    }

    Content open(UUID id, byte[] sealed) {
        var plain = new String(house.open(sealed, context(id)), StandardCharsets.UTF_8);
        int end = plain.indexOf('\n');
        return new Content(plain.substring(0, end), plain.substring(end + 1));
    }

    private static String context(UUID id) {
        return "mail/" + id;
    }
}
