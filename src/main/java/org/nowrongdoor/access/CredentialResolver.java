package org.nowrongdoor.access;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.access.caller.Identity;
import org.nowrongdoor.access.caller.Scope;
import org.nowrongdoor.access.key.AdminKey;
import org.nowrongdoor.access.key.ApiKey;
import org.nowrongdoor.access.key.ApiKeys;
import org.nowrongdoor.access.key.KeyFormat;
import org.nowrongdoor.access.key.StaffTokens;

/** Everything that is accepted after {@code Authorization: Bearer}: the admin's key, keys, and tokens of the issuer. */
@Singleton
public class CredentialResolver {

    private static final String ADMIN = "admin";

    private final AdminKey adminKey;
    private final ApiKeys keys;
    private final StaffTokens tokens;

    public CredentialResolver(AdminKey adminKey, ApiKeys keys, StaffTokens tokens) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.tokens = tokens;
    }

    /** The admin, if this is their key. */
    Optional<Identity> findAdmin(String text) {
        return adminKey.is(text)
                ? Optional.of(new Identity(ADMIN, ADMIN, null, EnumSet.allOf(Scope.class), List.of()))
                : Optional.empty();
    }

    /** Whom a key or a token speaks for; empty when it opens nothing, or no longer. */
    Optional<Identity> find(String text) {
        return text.startsWith(KeyFormat.BEGINNING)
                ? keys.find(text).map(CredentialResolver::identity)
                : tokens.find(text);
    }

    private static Identity identity(ApiKey key) {
        var id = key.id.toString();
        return new Identity(id, id, key.organizationId, key.scopes(), List.of(key.origins));
    }
}
