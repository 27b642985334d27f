package org.nowrongdoor.access.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who calls, as far as a key tells; anonymous by default. */
@RequestScoped
public class Caller {

    /** The actor of the configured key. */
    public static final String OPERATOR = "admin";

    private @Nullable String actor;
    private @Nullable String maker;
    private @Nullable UUID organizationId;
    private Set<Scope> scopes = EnumSet.noneOf(Scope.class);

    /** Takes the place of an anonymous caller once a key has been checked. */
    public void become(Identity identity) {
        this.actor = identity.actor();
        this.maker = identity.maker();
        this.organizationId = identity.organizationId();
        this.scopes = identity.scopes();
    }

    /** Who is named in history and audit; null for an anonymous caller. */
    public @Nullable String actor() {
        return actor;
    }

    /** Whose hand the key comes from, as {@link KeyMaker} writes it; to be kept with what the caller proposes.
     *  @return null for an anonymous caller */
    public @Nullable String maker() {
        return maker;
    }

    /** Whose own referrals and records the caller may touch; null for none. */
    public @Nullable UUID organizationId() {
        return organizationId;
    }

    /** Whose records the caller may see and change. */
    public Reach reach() {
        return new Reach(organizationId);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
