package org.nowrongdoor.access;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.access.caller.Caller;
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
                ? Optional.of(new Identity(
                        Caller.OPERATOR, Caller.OPERATOR, Caller.OPERATOR, null, EnumSet.allOf(Scope.class), List.of()))
                : Optional.empty();
    }

    /** Whom a key or a token speaks for; empty when it opens nothing, or no longer. */
    Optional<Identity> find(String text) {
        if (KeyFormat.isKey(text)) {
            return keys.find(text).map(CredentialResolver::identity);
        }
        return text.startsWith(KeyFormat.BEGINNING) ? Optional.empty() : tokens.find(text);
    }

    private static Identity identity(ApiKey key) {
        var id = key.id.toString();
        return new Identity(id, id, key.madeBy, key.organizationId, key.scopes(), List.of(key.origins));
    }
}
