package org.nowrongdoor.referral.outcome;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.outcome.Outcomes.Cell;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** How referrals ended, in numbers behind which no one can be seen.
 *  Counted are whole months, and of each kind of end only steps of at least eleven: neither a number, nor the difference
 *  between two months' numbers, nor a total ever speaks of fewer (decision Outcomes-In-Steps). */
@Singleton
class OutcomeCounter {

    // 11: the smallest cell that CMS lets be shown (decision Small-Cells)
    static final int SMALLEST = 11;

    // 10 min: an end is written within two, by the clock of a node that may be behind. One that came into a month after
    // its number was published would move it by one.
    private static final Duration SETTLED = Duration.ofMinutes(10);

    // Events and not states: an end that was published stands in its month, whatever is said of the referral later.
    private static final String COUNT = """
            select e.to_status, coalesce(e.outcome, e.reason_code), date_trunc('month', e.at, 'UTC') as month, count(*)
            from referral_event e join referral r on r.id = e.referral_id
            where e.at < ? and e.to_status in ('completed', 'rejected', 'failed', 'cancelled')
                and e.from_status is distinct from e.to_status
                and e.kind in ('moved', 'consent-withdrawn')
                and coalesce(e.outcome, e.reason_code) is not null
                and not exists (select from referral_event x where x.referral_id = e.referral_id and x.no > e.no
                    and x.to_status = 'entered-in-error'
                    and date_trunc('month', x.at, 'UTC') = date_trunc('month', e.at, 'UTC'))
            """;

    private final JdbcReader rows;
    private final Clock clock;

    OutcomeCounter(JdbcReader rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The numbers of one service, or of all together. */
    Outcomes of(@Nullable UUID serviceId) {
        var until = thisMonth();
        var count = SqlBuilder.of(COUNT, until);
        if (serviceId != null) {
            count.add("and r.service_id = ?", serviceId);
        }
        count.add("group by 1, 2, 3 order by 3, 1, 2");
        Map<List<String>, List<Long>> months = new LinkedHashMap<>();
        rows.list(count, row -> {
            months.computeIfAbsent(List.of(row.getString(1), row.getString(2)), fresh -> new ArrayList<>())
                    .add(row.getLong(4));
            return true;
        });
        var cells = months.entrySet().stream()
                .map(end -> new Cell(end.getKey().get(0), end.getKey().get(1), steps(end.getValue())))
                .filter(cell -> cell.count() > 0)
                .sorted(Comparator.comparing(Cell::status).thenComparing(Cell::why))
                .toList();
        return new Outcomes(until, cells, cells.stream().mapToLong(Cell::count).sum());
    }

    /** The sum of the months, counted on only when at least eleven have come together. */
    static long steps(List<Long> months) {
        long shown = 0;
        long waiting = 0;
        for (var month : months) {
            waiting += month;
            if (waiting >= SMALLEST) {
                shown += waiting;
                waiting = 0;
            }
        }
        return shown;
    }

    /** The end of what is counted. */
    Instant thisMonth() {
        return clock.instant()
                .minus(SETTLED)
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }
}
