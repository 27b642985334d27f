package org.nowrongdoor.referral.outcome;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nowrongdoor.referral.RefusalCount;
import org.nowrongdoor.referral.RefusalCounter;
import org.nowrongdoor.referral.state.RefusalReason;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** What refusals come from, counted as outcomes are: whole months, in steps of at least eleven. */
@Singleton
class RefusalMonthCounter implements RefusalCounter {

    // An hour: what is counted changes once a month, and takes reading every refusal of a service.
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private static final String COUNT = """
            select e.because, date_trunc('month', e.at, 'UTC') as month, count(*)
            from referral_event e join referral r on r.id = e.referral_id
            where r.service_id = ? and e.at < ? and e.to_status = 'rejected' and e.because is not null
                and not exists (select from referral_event x where x.referral_id = e.referral_id and x.no > e.no
                    and x.to_status = 'entered-in-error'
                    and date_trunc('month', x.at, 'UTC') = date_trunc('month', e.at, 'UTC'))
            group by 1, 2 order by 2, 1
            """;

    private record Asked(UUID serviceId, Instant until) {}

    private final JdbcReader rows;
    private final OutcomeCounter outcomes;
    private final Cache<Asked, List<RefusalCount>> counted =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    RefusalMonthCounter(JdbcReader rows, OutcomeCounter outcomes) {
        this.rows = rows;
        this.outcomes = outcomes;
    }

    @Override
    public List<RefusalCount> of(UUID serviceId) {
        return counted.get(new Asked(serviceId, outcomes.thisMonth()), this::count);
    }

    private List<RefusalCount> count(Asked asked) {
        Map<RefusalReason, List<Long>> months = new EnumMap<>(RefusalReason.class);
        rows.list(
                SqlBuilder.of(COUNT, asked.serviceId, asked.until),
                row -> months.computeIfAbsent(RefusalReason.get(row.getString(1)), fresh -> new ArrayList<>())
                        .add(row.getLong(3)));
        return months.entrySet().stream()
                .map(each -> new RefusalCount(each.getKey(), OutcomeCounter.steps(each.getValue())))
                .filter(each -> each.count() > 0)
                .sorted(Comparator.comparingLong(RefusalCount::count).reversed())
                .toList();
    }
}
