package org.nowrongdoor.referral.webhook;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.Scope;
import org.nowrongdoor.storage.SqlBuilder;

/** Whose a subscription is: an organisation's, or that of a key which belongs to none.
 *  @param isOperator whether it is told of every referral and sees every subscription */
record WebhookOwner(String actor, @Nullable UUID organizationId, boolean isOperator) {

    private static final String ADMIN = "admin";

    static WebhookOwner of(Caller caller) {
        return new WebhookOwner(
                Objects.requireNonNull(caller.actor(), "the endpoint needs a key"),
                caller.organizationId(),
                caller.organizationId() == null && caller.may(Scope.KEYS_ADMIN));
    }

    /** Whether the caller used the key of the configuration. */
    boolean isAdmin() {
        return isOperator && ADMIN.equals(actor);
    }

    /** The condition on a subscription called w. */
    SqlBuilder condition() {
        if (isOperator) {
            return SqlBuilder.of("true");
        }
        return organizationId == null
                ? SqlBuilder.of("w.organization_id is null and w.created_by = ?", actor)
                : SqlBuilder.of("w.organization_id = ?", organizationId);
    }
}
