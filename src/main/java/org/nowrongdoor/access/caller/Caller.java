package org.nowrongdoor.access.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who calls, as far as a key tells; anonymous by default. */
@RequestScoped
public class Caller {

    private @Nullable String actor;
    private @Nullable UUID organizationId;
    private Set<Scope> scopes = EnumSet.noneOf(Scope.class);

    /** Takes the place of the anonymous caller once a key has been checked.
     *  @param actor the key's id, or {@code admin} */
    public void become(String actor, @Nullable UUID organizationId, Set<Scope> scopes) {
        this.actor = actor;
        this.organizationId = organizationId;
        this.scopes = scopes;
    }

    /** Who is named in history and audit; null for an anonymous caller. */
    public @Nullable String actor() {
        return actor;
    }

    /** Whose own referrals and records the caller may touch; null for none. */
    public @Nullable UUID organizationId() {
        return organizationId;
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
