package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.exchange.row.UnreadablePart;
import org.nowrongdoor.storage.ChangedEntity;

/** Keeps the day on which a service was checked: an import that says none, or an earlier one, does not take it away, and
 *  no one has checked anything in the days to come. */
final class VerificationKeeper {

    private static final String DAY = "assured_date";

    private final UnitOfWork stored;
    private final UnreadablePart unreadable;
    private final LocalDate latest;

    /** Keeper of the days of one batch.
     *  @param today in UTC; the day may have come already elsewhere */
    VerificationKeeper(UnitOfWork stored, UnreadablePart unreadable, LocalDate today) {
        this.stored = stored;
        this.unreadable = unreadable;
        latest = today.plusDays(1);
    }

    void keep(List<PendingRow> drafts, Findings findings) {
        for (var draft : drafts) {
            if (draft.entity() == ChangedEntity.SERVICE) {
                keep(draft, before(draft), findings);
            }
        }
    }

    private @Nullable String before(PendingRow draft) {
        var held = stored.find(draft.entity(), draft.id());
        return held == null || held.deleted ? null : JsonMembers.text(held.now.body(), DAY);
    }

    private void keep(PendingRow draft, @Nullable String before, Findings findings) {
        ObjectNode service = draft.body();
        var day = JsonMembers.text(service, DAY);
        if (day != null && !day.equals(before) && isToCome(day)) {
            unreadable.report(
                    findings, draft.place().at(DAY), day, "must be a day that has come, at the latest " + latest);
            service.remove(DAY);
            day = null;
        }
        if (before != null && unreadable == UnreadablePart.DROPPED && (day == null || isLater(before, day))) {
            service.put(DAY, before);
        }
    }

    private static boolean isLater(String one, String other) {
        try {
            return LocalDate.parse(one).isAfter(LocalDate.parse(other));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean isToCome(String day) {
        try {
            return LocalDate.parse(day).isAfter(latest);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
