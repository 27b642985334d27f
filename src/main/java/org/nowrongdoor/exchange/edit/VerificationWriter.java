package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.nowrongdoor.directory.verification.VerificationMethod;
import org.nowrongdoor.directory.verification.VerificationRepository;
import org.nowrongdoor.directory.verification.VerificationRole;
import org.nowrongdoor.directory.verification.VerificationView;

/** Writes down that a service was checked today: the day in its record, and by which way in the list of checks. */
@Singleton
public class VerificationWriter {

    private static final String DAY = "assured_date";

    private final RecordEditor desk;
    private final VerificationRepository verifications;
    private final Clock clock;

    VerificationWriter(RecordEditor desk, VerificationRepository verifications, Clock clock) {
        this.desk = desk;
        this.verifications = verifications;
        this.clock = clock;
    }

    /** Writes it in a transaction of its own. */
    public VerificationView write(EditRequest edit, VerificationMethod method, VerificationRole role) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var patch = JsonNodeFactory.instance.objectNode().put(DAY, today.toString());
        desk.patch(edit, patch, () -> verifications.put(edit.id(), today, method, role));
        return verifications.get(edit.id(), today);
    }
}
