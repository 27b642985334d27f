package org.nowrongdoor.referral.state;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.Scope;

/** Whose referrals a caller sees, and on which side of them it stands.
 *  @param actor the id of the key, or {@code admin}
 *  @param isOperator whether it sees every referral */
public record Viewer(String actor, @Nullable UUID organizationId, boolean isOperator) {

    public static Viewer of(Caller caller) {
        return new Viewer(
                Objects.requireNonNull(caller.actor(), "the endpoint needs a key"),
                caller.organizationId(),
                caller.organizationId() == null && caller.may(Scope.KEYS_ADMIN));
    }

    /** The condition, in the query language of the store, for one that it may see; its values are {@code :actor},
     *  {@code :mine}. */
    String condition() {
        if (isOperator) {
            return "true = true";
        }
        return organizationId == null
                ? "(senderOrganizationId is null and sentBy = :actor)"
                : "(senderOrganizationId = :mine or providerOrganizationId = :mine)";
    }

    /** The values of the condition. */
    Map<String, Object> values() {
        if (isOperator) {
            return Map.of();
        }
        return organizationId == null ? Map.of("actor", actor) : Map.of("mine", organizationId);
    }

    /** On which sides it stands: a key of no organisation is its own provider, for there is no other to speak. */
    public Set<Party> sides(Referral referral) {
        if (organizationId == null) {
            return EnumSet.of(Party.ADMIN);
        }
        var sides = EnumSet.noneOf(Party.class);
        if (organizationId.equals(referral.senderOrganizationId)) {
            sides.add(Party.SENDER);
        }
        if (organizationId.equals(referral.providerOrganizationId)) {
            sides.add(Party.PROVIDER);
        }
        return sides;
    }

    /** In whose name it makes a move: the side that may, else any that it stands on. */
    public Actor by(Referral referral, ReferralState to) {
        var sides = sides(referral);
        var side = sides.stream()
                .filter(candidate -> candidate.may(referral.status, to))
                .findFirst()
                .orElseGet(() -> sides.iterator().next());
        return new Actor(side, actor);
    }

    /** Whether it sent a referral itself. */
    public boolean isSender(Referral referral) {
        return organizationId == null
                ? referral.senderOrganizationId == null && referral.sentBy.equals(actor)
                : organizationId.equals(referral.senderOrganizationId);
    }

    public boolean isProvider(Referral referral) {
        return organizationId != null && organizationId.equals(referral.providerOrganizationId);
    }
}
