package org.nowrongdoor.referral.person;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** That she agreed to her details being handed on: who, how, to whom, what for, until when.
 *  @param method {@code verbal} or {@code written}
 *  @param expiresAt at most 30 days away; 7 days unless said otherwise
 *  @see "34 USC 12291(b)(2), informed and reasonably time-limited consent; 42 CFR 2.31" */
public record Consent(
        @Schema(nullable = true, examples = "client") @Nullable String givenBy,

        @Schema(
                nullable = true,
                enumeration = {"verbal", "written"})
        @Nullable String method,

        @Schema(nullable = true, examples = "Shelter A") @Nullable String to,

        @Schema(nullable = true, examples = "a bed tonight") @Nullable String purpose,

        @Schema(nullable = true, examples = "2026-08-08T00:00:00Z") @Nullable OffsetDateTime expiresAt) {

    private static final Duration LONGEST = Duration.ofDays(30);

    // 7 days: as short as a hand-over needs; 34 USC 12291(b)(2) asks for a reasonable limit in time
    private static final Duration USUAL = Duration.ofDays(7);

    private static final int LONGEST_TEXT = 200;

    /** Until when details may be known.
     *  @param writtenOnly whether only written consent counts (42 CFR 2.31)
     *  @throws ProblemException CONSENT_REQUIRED naming everything that is missing */
    public static Instant requireValid(@Nullable Consent consent, boolean writtenOnly, Instant now) {
        if (consent == null) {
            throw refused(
                    List.of(new Fault("/consent", "consent is required with person; send it, or leave person out")));
        }
        var faults = new ArrayList<Fault>();
        text(faults, "given_by", consent.givenBy);
        text(faults, "to", consent.to);
        text(faults, "purpose", consent.purpose);
        if (!"verbal".equals(consent.method) && !"written".equals(consent.method)) {
            faults.add(new Fault("/consent/method", "method must be verbal or written"));
        } else if (writtenOnly && !"written".equals(consent.method)) {
            faults.add(new Fault(
                    "/consent/method", "method must be written: 42 CFR Part 2 protects the records of this service"));
        }
        var end = consent.expiresAt == null ? now.plus(USUAL) : consent.expiresAt.toInstant();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            faults.add(new Fault("/consent/expires_at", "expires_at must be in the next 30 days"));
        }
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return end;
    }

    private static void text(List<Fault> faults, String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            faults.add(new Fault("/consent/" + field, field + " must be 1 to " + LONGEST_TEXT + " characters"));
        }
    }

    private static ProblemException refused(List<Fault> faults) {
        return ProblemException.of(
                ProblemKind.CONSENT_REQUIRED,
                faults.size() == 1 ? faults.get(0).detail() : "consent is not complete: see errors",
                faults);
    }
}
