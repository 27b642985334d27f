package org.nowrongdoor.directory.verification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;

/** How long a check of a record holds: a year, of shelters and hotlines 90 days. */
public final class VerificationRule {

    // A year: what Inform USA asks of every record of a directory.
    static final int DAYS = 365;
    // 90 days: beds and numbers change faster than anything else that is told.
    static final int FEW_DAYS = 90;

    /** The needs whose services are checked more often, with all that lies under them. */
    static final List<String> SOON = List.of("shelter", "hotline");

    private static final int LAST_YEAR = 9999;

    private VerificationRule() {}

    /** For how many days a check of a record holds.
     *  @param needs codes of the needs that it meets, with their ancestors */
    public static int days(Kind kind, Collection<String> needs) {
        return days(kind == Kind.HOTLINE || SOON.stream().anyMatch(needs::contains));
    }

    static int days(boolean isSoon) {
        return isSoon ? FEW_DAYS : DAYS;
    }

    /** Whether a check has run out before a day, or never was. */
    public static boolean isOver(@Nullable LocalDate verifiedOn, int days, LocalDate today) {
        return verifiedOn == null || verifiedOn.isBefore(today.minusDays(days));
    }

    /** When a record is to be checked again; null where it never was, or on a day that is none of a calendar. */
    static @Nullable LocalDate dueOn(@Nullable LocalDate verifiedOn, int days) {
        return verifiedOn == null || verifiedOn.getYear() > LAST_YEAR ? null : verifiedOn.plusDays(days);
    }
}
