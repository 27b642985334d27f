package org.nowrongdoor.access.key;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who made the keys and the invitations that act. */
@Singleton
public class KeyMakers {

    /** The actor that is the key of the configuration: no other key made it. */
    public static final String ADMIN = "admin";

    private static final Pattern ID =
            Pattern.compile("(invitation )?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final ApiKeyRepository keys;

    KeyMakers(ApiKeyRepository keys) {
        this.keys = keys;
    }

    /** Whether an actor is a key of an organisation. */
    public boolean isOrganizations(String actor) {
        var id = ID.matcher(actor);
        return id.matches()
                && id.group(1) == null
                && keys.findByIdOptional(UUID.fromString(id.group(2)))
                        .filter(key -> key.organizationId != null)
                        .isPresent();
    }

    /** The actor that made the key or the invitation of an actor; empty for the admin and for people with a token. */
    public Optional<String> find(String actor) {
        var id = ID.matcher(actor);
        if (!id.matches()) {
            return Optional.empty();
        }
        var found = UUID.fromString(id.group(2));
        return id.group(1) == null
                ? keys.findByIdOptional(found).map(key -> key.createdBy)
                : keys.findMakerOfInvitation(found);
    }
}
