package org.nowrongdoor.exchange.vetting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.vetting.ReviewCode;
import org.nowrongdoor.directory.vetting.VettingEvidence;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.RemovalTickets;
import org.nowrongdoor.storage.SqlBuilder;

/** Writes vetting files, each deed in the running transaction. What is replaced or taken back is swept from the files. */
@Singleton
class VettingEditRepository {

    private static final String VETTER = "vetter";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final ObjectMapper mapper;
    private final RemovalTickets removals;

    VettingEditRepository(EntityManager entities, JdbcReader rows, ObjectMapper mapper, RemovalTickets removals) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.removals = removals;
    }

    /** Holds the file of an organisation until the transaction ends.
     *  @return false when there is no such organisation */
    boolean lock(UUID organization) {
        return !entities.createNativeQuery("select 1 from organization where id = :id for no key update", Integer.class)
                .setParameter("id", organization)
                .getResultList()
                .isEmpty();
    }

    /** The organisation of a service. */
    Optional<UUID> findOrganization(UUID service) {
        return rows
                .list(
                        SqlBuilder.of(
                                "select organization_id from service where id = ? and organization_id is not null",
                                service),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** Takes a vetter's answer back. */
    void removeAnswer(UUID organization, @Nullable UUID vetter, NewVetting.Answer answer) {
        swept(of(
                        "delete from vetting_answer where organization_id = :organization and question = :question"
                                + " and vetter_id is not distinct from cast(:vetter as uuid)",
                        organization,
                        vetter)
                .setParameter("question", answer.question().wire())
                .executeUpdate());
    }

    /** Puts an answer in the place of the vetter's earlier one. One that says the same again keeps its first day. */
    void putAnswer(UUID organization, @Nullable UUID vetter, NewVetting.Answer answer, LocalDate today) {
        var same = "vetting_answer.value = excluded.value"
                + " and vetting_answer.as_stated is not distinct from excluded.as_stated"
                + " and vetting_answer.evidence = excluded.evidence";
        var earlier = of(
                        "select count(*) from vetting_answer where organization_id = :organization"
                                + " and question = :question and vetter_id is not distinct from cast(:vetter as uuid)",
                        organization,
                        vetter)
                .setParameter("question", answer.question().wire());
        var wasAnswered = number(earlier) > 0;
        of(
                        "insert into vetting_answer (organization_id, question, vetter_id, value, as_stated, evidence,"
                                + " first_stated_on, stated_on) values (:organization, :question, cast(:vetter as uuid),"
                                + " :value, cast(:stated as text), cast(:evidence as jsonb), :today, :today)"
                                + " on conflict (organization_id, question, vetter_id) do update set"
                                + " value = excluded.value, as_stated = excluded.as_stated,"
                                + " evidence = excluded.evidence, first_stated_on = case when "
                                + same
                                + " then vetting_answer.first_stated_on else excluded.first_stated_on end,"
                                + " stated_on = excluded.stated_on",
                        organization,
                        vetter)
                .setParameter("question", answer.question().wire())
                .setParameter(
                        "value", answer.value() == null ? "" : answer.value().wire())
                .setParameter("stated", answer.asStated())
                .setParameter("evidence", json(answer.evidence()))
                .setParameter("today", today)
                .executeUpdate();
        swept(wasAnswered ? 1 : 0);
    }

    /** The vetters who have answered something of an organisation, but for one. */
    long countOtherVetters(UUID organization, @Nullable UUID vetter) {
        return number(of(
                "select count(distinct coalesce(vetter_id, organization_id)) from vetting_answer"
                        + " where organization_id = :organization and vetter_id is distinct from cast(:vetter as uuid)",
                organization,
                vetter));
    }

    long countConcerns(UUID organization) {
        return number(entities.createNativeQuery(
                        "select count(*) from vetting_concern where organization_id = :organization", Long.class)
                .setParameter("organization", organization));
    }

    long countConcernsOf(UUID organization, @Nullable UUID vetter) {
        return number(of(
                "select count(*) from vetting_concern where organization_id = :organization"
                        + " and vetter_id is not distinct from cast(:vetter as uuid)",
                organization,
                vetter));
    }

    /** Files a concern, with the vetter as the first who confirms it. */
    void addConcern(UUID organization, @Nullable UUID vetter, NewVetting.Concern concern, LocalDate today) {
        var id = UUID.randomUUID();
        of(
                        "insert into vetting_concern (id, organization_id, vetter_id, code, says, evidence, filed_on)"
                                + " values (:id, :organization, cast(:vetter as uuid), :code, :says,"
                                + " cast(:evidence as jsonb), :today)",
                        organization,
                        vetter)
                .setParameter("id", id)
                .setParameter("code", concern.code().wire())
                .setParameter("says", concern.says())
                .setParameter("evidence", json(concern.evidence()))
                .setParameter("today", today)
                .executeUpdate();
        putReview(id, vetter, ReviewCode.CONFIRM, today);
    }

    boolean isConcern(UUID organization, UUID concern) {
        return number(entities.createNativeQuery(
                                "select count(*) from vetting_concern where organization_id = :organization and id = :id",
                                Long.class)
                        .setParameter("organization", organization)
                        .setParameter("id", concern))
                > 0;
    }

    /** Puts a review in the place of the vetter's earlier one, and notes the day on which two confirmed it first. */
    void putReview(UUID concern, @Nullable UUID vetter, ReviewCode decision, LocalDate today) {
        entities.createNativeQuery("insert into vetting_review (concern_id, vetter_id, decision, reviewed_on)"
                        + " values (:id, cast(:vetter as uuid), :decision, :today)"
                        + " on conflict (concern_id, vetter_id) do update set decision = excluded.decision,"
                        + " reviewed_on = excluded.reviewed_on")
                .setParameter("id", concern)
                .setParameter(VETTER, vetter)
                .setParameter("decision", decision.wire())
                .setParameter("today", today)
                .executeUpdate();
        entities.createNativeQuery("update vetting_concern set confirmed_on = :today where id = :id"
                        + " and confirmed_on is null and (select count(*) from vetting_review where concern_id = :id"
                        + " and decision = 'confirm' and reviewed_on > :old) >= 2")
                .setParameter("id", concern)
                .setParameter("today", today)
                .setParameter("old", today.minusYears(1))
                .executeUpdate();
    }

    /** Deletes a concern, whoever confirmed it, where a vetter filed it; the operator deletes any.
     *  @return whether it was there */
    boolean removeConcern(UUID organization, UUID concern, @Nullable UUID vetter) {
        return swept(of(
                        "delete from vetting_concern where organization_id = :organization and id = :id"
                                + " and (cast(:vetter as uuid) is null or vetter_id = cast(:vetter as uuid))",
                        organization,
                        vetter)
                .setParameter("id", concern)
                .executeUpdate());
    }

    /** Puts the reply to a concern that two have confirmed once, or takes it back.
     *  @return false when there is no such concern */
    boolean reply(UUID organization, UUID concern, @Nullable String text, LocalDate today) {
        var count = entities.createNativeQuery("update vetting_concern set reply = cast(:text as text),"
                        + " replied_on = case when cast(:text as text) is null then null else cast(:today as date) end"
                        + " where organization_id = :organization and id = :id and confirmed_on is not null")
                .setParameter("organization", organization)
                .setParameter("id", concern)
                .setParameter("text", text)
                .setParameter("today", today)
                .executeUpdate();
        return swept(count);
    }

    private Query of(String sql, UUID organization, @Nullable UUID vetter) {
        return entities.createNativeQuery(sql)
                .setParameter("organization", organization)
                .setParameter(VETTER, vetter);
    }

    private boolean swept(int count) {
        if (count > 0) {
            removals.add("record");
        }
        return count > 0;
    }

    private String json(List<VettingEvidence> evidence) {
        try {
            return mapper.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence cannot be written", e);
        }
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
