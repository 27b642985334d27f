package org.nowrongdoor.access.key;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.Session;

/** Who made the keys and the invitations that act. */
@Singleton
public class KeyMakers {

    /** The actor that is the key of the configuration: no other key made it. */
    public static final String ADMIN = "admin";

    private static final Pattern ID =
            Pattern.compile("(invitation )?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final EntityManager entities;

    KeyMakers(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether an actor is a key of an organisation. */
    public boolean isOrganizations(String actor) {
        var id = ID.matcher(actor);
        return id.matches()
                && id.group(1) == null
                && entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select organization_id is not null from api_key where id = :id", Boolean.class)
                        .setParameter("id", UUID.fromString(id.group(2)))
                        .getResultStream()
                        .anyMatch(Boolean::booleanValue);
    }

    /** The actor that made the key or the invitation of an actor; empty for the admin and for people with a token. */
    public Optional<String> find(String actor) {
        var id = ID.matcher(actor);
        if (!id.matches()) {
            return Optional.empty();
        }
        var table = id.group(1) == null ? "api_key" : "invitation";
        return entities.unwrap(Session.class)
                .createNativeQuery("select created_by from " + table + " where id = :id", String.class)
                .setParameter("id", UUID.fromString(id.group(2)))
                .getResultStream()
                .findFirst();
    }
}
