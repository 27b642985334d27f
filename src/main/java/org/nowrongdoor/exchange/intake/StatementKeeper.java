package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.exchange.row.UnreadablePart;
import org.nowrongdoor.storage.ChangedEntity;

/** Keeps what a provider states of itself next to what comes from elsewhere: neither an import nor an edit writes over it. An
 *  edit that lists the statements of a fact has seen them, and its list counts. */
public final class StatementKeeper {

    private static final String FACTS = "facts";
    private static final String STATEMENTS = "statements";
    private static final String SAYS = "says";
    private static final String PROVIDER = "provider";
    private static final List<String> OF_A_SOURCE = List.of("value", "as_stated", "source_url", "verified_on");

    private final UnitOfWork stored;
    private final boolean listsCount;

    StatementKeeper(UnitOfWork stored, UnreadablePart unreadable) {
        this.stored = stored;
        listsCount = unreadable == UnreadablePart.REFUSED;
    }

    /** Adds to services on their way in what their providers have stated. */
    void keep(List<PendingRow> drafts) {
        for (var draft : drafts) {
            var held = stored.find(draft.entity(), draft.id());
            if (draft.entity() == ChangedEntity.SERVICE && held != null && !held.deleted) {
                keep(draft.body(), held.now.body().path(FACTS));
            }
        }
    }

    private void keep(ObjectNode service, JsonNode before) {
        for (var known : before.properties()) {
            var own = statements(known.getValue(), true);
            var fact = service.path(FACTS).path(known.getKey());
            if (!own.isEmpty() && !(listsCount && fact.has(STATEMENTS))) {
                var facts = service.get(FACTS) instanceof ObjectNode all ? all : service.putObject(FACTS);
                var kept = fact instanceof ObjectNode stated ? stated : facts.putObject(known.getKey());
                if (!kept.has("value")) {
                    kept.put("value", "unknown");
                }
                var all = sources(kept);
                own.forEach(all::add);
                kept.set(STATEMENTS, all);
            }
        }
    }

    /** What others than the provider state of a fact; a fact without statements is one of a source. */
    public static ArrayNode sources(JsonNode fact) {
        if (fact.has(STATEMENTS)) {
            return statements(fact, false);
        }
        var sources = JsonNodeFactory.instance.arrayNode();
        if (!fact.path("value").asText("unknown").equals("unknown")
                || fact.path("value").isContainerNode()) {
            var source = sources.addObject();
            OF_A_SOURCE.stream().filter(fact::hasNonNull).forEach(name -> source.set(name, fact.get(name)));
            source.put(SAYS, "source");
        }
        return sources;
    }

    /** The statements of a fact that are the provider's, or those that are not. */
    private static ArrayNode statements(JsonNode fact, boolean ofProvider) {
        var found = JsonNodeFactory.instance.arrayNode();
        fact.path(STATEMENTS).forEach(statement -> {
            if (statement.path(SAYS).asText().equals(PROVIDER) == ofProvider) {
                found.add(statement);
            }
        });
        return found;
    }
}
