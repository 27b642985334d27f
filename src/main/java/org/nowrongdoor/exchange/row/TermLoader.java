package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the terms that records may name. */
@Singleton
public class TermLoader {

    private static final String ALL = "select t.id, t.code, t.name, t.body ->> 'description', t.taxonomy_id, x.name,"
            + " array(select jsonb_array_elements_text(coalesce(t.body -> 'flags', '[]')))"
            + " from taxonomy_term t left join taxonomy x on x.id = t.taxonomy_id order by x.last_modified, t.id";

    private final EntityManager entities;

    TermLoader(EntityManager entities) {
        this.entities = entities;
    }

    public KnownTerms load() {
        var terms = new ArrayList<KnownTerm>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(ALL);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var description = rows.getString(4);
                    terms.add(new KnownTerm(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            description == null ? rows.getString(3) : description,
                            rows.getObject(5, UUID.class),
                            rows.getString(6),
                            List.of((String[]) rows.getArray(7).getArray())));
                }
            }
        });
        return new KnownTerms(terms);
    }

    /** A term of this batch. */
    public static KnownTerm known(TrackedRow held) {
        return known(held.id, held.now.body(), held.now.owners().organization());
    }

    /** A term on its way into the store. */
    public static KnownTerm known(PendingRow draft) {
        return known(draft.id(), draft.body(), draft.owners().organization());
    }

    private static KnownTerm known(UUID id, ObjectNode body, @Nullable UUID taxonomyId) {
        var code = JsonMembers.text(body, "code");
        var name = String.valueOf(JsonMembers.text(body, "name"));
        var flags = new ArrayList<String>();
        body.path("flags").forEach(flag -> flags.add(flag.asText()));
        var description = JsonMembers.text(body, "description");
        return new KnownTerm(
                id,
                code == null ? id.toString() : code,
                name,
                description == null ? name : description,
                taxonomyId,
                JsonMembers.text(body, "taxonomy"),
                flags);
    }
}
