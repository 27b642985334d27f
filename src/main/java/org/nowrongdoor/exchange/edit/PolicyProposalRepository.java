package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.storage.ChangedEntity;

/** Less strict policies that wait for a second editor. A proposal holds the policy and no address. */
@Singleton
class PolicyProposalRepository {

    private final EntityManager entities;
    private final Clock clock;

    PolicyProposalRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A policy, the one that it is to take the place of, and who wants it. */
    record Proposal(UUID id, LocationPolicy policy, LocationPolicy from, String proposedBy) {}

    /** Puts a proposal in the place of any earlier one.
     *  @return its id */
    UUID put(EditRequest edit, LocationPolicy from, LocationPolicy policy) {
        var proposal = UUID.randomUUID();
        entities.createNativeQuery(
                        "insert into policy_proposal (entity, id, proposal, policy, from_policy, proposed_by, proposed_at)"
                                + " values (:entity, :id, :proposal, :policy, :from, :actor, :at)"
                                + " on conflict (entity, id) do update set proposal = excluded.proposal, policy = excluded.policy,"
                                + " from_policy = excluded.from_policy, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at")
                .setParameter("entity", edit.entity().wire())
                .setParameter("id", edit.id())
                .setParameter("proposal", proposal)
                .setParameter("policy", policy.name())
                .setParameter("from", from.name())
                .setParameter("actor", String.valueOf(edit.actor()))
                .setParameter("at", clock.instant())
                .executeUpdate();
        return proposal;
    }

    Optional<Proposal> find(ChangedEntity entity, UUID id) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select proposal, policy, from_policy, proposed_by from policy_proposal where entity = :entity and id = :id",
                        Object[].class)
                .setParameter("entity", entity.wire())
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Proposal(
                        (UUID) row[0],
                        LocationPolicy.valueOf((String) row[1]),
                        LocationPolicy.valueOf((String) row[2]),
                        (String) row[3]))
                .findFirst();
    }
}
