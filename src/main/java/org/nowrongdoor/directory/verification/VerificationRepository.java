package org.nowrongdoor.directory.verification;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.taxonomy.TermNode;
import org.nowrongdoor.taxonomy.Terms;

/** Checks of services, and which are due. The day of a check is the service's own {@code assured_date}; how it was made
 *  stands here. */
@Singleton
public class VerificationRepository {

    private static final String ASSURED = "coalesce(s.body ->> 'assured_date', '') collate \"C\"";

    private static final String SELECT = "select s.id, s.name, s.organization_id, s.kind, s.status, " + ASSURED
            + " as assured, (s.kind = 'HOTLINE' or s.term_ids && ?) as soon, v.method, v.role"
            + " from service s left join verification v on v.service_id = s.id"
            + " and to_char(v.verified_on, 'YYYY-MM-DD') = s.body ->> 'assured_date'"
            + " where s.status in ('ACTIVE', 'TEMPORARILY_CLOSED')"
            + " and (" + ASSURED + ", s.id) > (?, ?) and " + ASSURED + " <= ?";

    private static final String ORDER = "order by " + ASSURED + ", s.id limit ?";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final Terms terms;

    VerificationRepository(EntityManager entities, JdbcReader rows, Terms terms) {
        this.entities = entities;
        this.rows = rows;
        this.terms = terms;
    }

    /** Notes how a service was checked, in the running transaction. What was said of the same day before is gone, and its
     *  provider is reminded anew. */
    public void put(UUID service, LocalDate day, VerificationMethod method, VerificationRole role) {
        entities.createNativeQuery("insert into verification (service_id, verified_on, method, role)"
                        + " values (:service, :day, :method, :role) on conflict (service_id, verified_on)"
                        + " do update set method = excluded.method, role = excluded.role")
                .setParameter("service", service)
                .setParameter("day", day)
                .setParameter("method", method.wire())
                .setParameter("role", role.wire())
                .executeUpdate();
        entities.createNativeQuery("delete from verification_reminder where service_id = :service")
                .setParameter("service", service)
                .executeUpdate();
    }

    /** The check of a day that was just noted. */
    public VerificationView get(UUID service, LocalDate day) {
        return rows
                .list(
                        SqlBuilder.of(
                                "select v.method, v.role, (s.kind = 'HOTLINE' or s.term_ids && ?) from verification v"
                                        + " join service s on s.id = v.service_id where v.service_id = ?"
                                        + " and v.verified_on = ?",
                                soon(),
                                service,
                                day),
                        row -> new VerificationView(
                                service,
                                day,
                                VerificationMethod.get(row.getString(1)),
                                VerificationRole.get(row.getString(2)),
                                day.plusDays(VerificationRule.days(row.getBoolean(3)))))
                .stream()
                .findFirst()
                .orElseThrow(ParameterProblems::absent);
    }

    /** Services that are to be checked by a day, the oldest check first, those that never had one before all others. */
    List<DueServiceView> listDue(Reach reach, LocalDate day, WorkListCursor after, int limit) {
        var longAgo = day.minusDays(VerificationRule.DAYS).toString();
        var due = new ArrayList<>(
                rows.list(within(select(after, longAgo), reach).add(ORDER, limit), VerificationRepository::due));
        if (due.size() < limit) {
            due.addAll(listSoon(reach, day, later(after, longAgo), limit - due.size()));
        }
        return due;
    }

    /** A query for the {@code id} of every service that is to be checked by a day, and the day on which it was checked last
     *  as {@code assured}, empty for never. */
    public SqlBuilder due(LocalDate day) {
        return SqlBuilder.of(
                "select s.id, " + ASSURED
                        + " as assured from service s where s.status in ('ACTIVE', 'TEMPORARILY_CLOSED')" + " and ("
                        + ASSURED + " <= ? or " + ASSURED + " <= ? and (s.kind = 'HOTLINE' or s.term_ids && ?))",
                day.minusDays(VerificationRule.DAYS).toString(),
                day.minusDays(VerificationRule.FEW_DAYS).toString(),
                soon());
    }

    /** Of those that were checked within the year, the ones that are checked more often. */
    private List<DueServiceView> listSoon(Reach reach, LocalDate day, WorkListCursor after, int limit) {
        var ago = day.minusDays(VerificationRule.FEW_DAYS).toString();
        var hotlines =
                within(select(after, ago).add("and s.kind = 'HOTLINE'"), reach).add(ORDER, limit);
        var others = within(select(after, ago).add("and s.kind <> 'HOTLINE' and s.term_ids && ?", soon()), reach)
                .add(ORDER, limit);
        var both = SqlBuilder.of("select * from ((")
                .add(hotlines)
                .add(") union all (")
                .add(others)
                .add(")) both_kinds order by assured collate \"C\", id limit ?", limit);
        return rows.list(both, VerificationRepository::due);
    }

    private SqlBuilder select(WorkListCursor after, String until) {
        return SqlBuilder.of(SELECT, soon(), after.assured(), after.id(), until);
    }

    /** The later of a cursor and the end of a day. */
    private static WorkListCursor later(WorkListCursor after, String day) {
        return after.assured().compareTo(day) > 0 ? after : new WorkListCursor(day, new UUID(-1, -1));
    }

    private List<UUID> soon() {
        var tree = terms.tree();
        return VerificationRule.SOON.stream()
                .flatMap(code -> tree.withDescendants(code).stream())
                .flatMap(code -> tree.find(code).stream())
                .map(TermNode::id)
                .toList();
    }

    private static SqlBuilder within(SqlBuilder query, Reach reach) {
        return reach.isAcross()
                ? query
                : query.add("and s.organization_id = ?", Objects.requireNonNull(reach.organizationId()));
    }

    private static DueServiceView due(ResultSet row) throws SQLException {
        var assured = row.getString("assured");
        var day = assured.isEmpty() ? null : LocalDate.parse(assured);
        var days = VerificationRule.days(row.getBoolean("soon"));
        return new DueServiceView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("organization_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")),
                day,
                find(VerificationMethod.values(), VerificationMethod::wire, row.getString("method")),
                find(VerificationRole.values(), VerificationRole::wire, row.getString("role")),
                VerificationRule.dueOn(day, days));
    }

    /** The constant with this name; null also for one that only a newer node knows. */
    private static <T> @Nullable T find(T[] all, Function<T, String> name, @Nullable String wire) {
        return Stream.of(all)
                .filter(each -> name.apply(each).equals(wire))
                .findFirst()
                .orElse(null);
    }
}
