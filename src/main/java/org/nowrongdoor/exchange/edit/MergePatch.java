package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Changes a document as a patch says: members given are set, members that are null are taken away. A translation of what
 *  the text was before would say what is no longer so: it is taken away with it, unless the patch gives another one.
 *  @see "RFC 7396" */
final class MergePatch {

    private static final String TRANSLATIONS = "translations";

    private MergePatch() {}

    static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        var patched = merged(document, patch);
        if (!document.path(TRANSLATIONS).isEmpty()) {
            patch.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !patched.path(name).equals(document.path(name)))
                    .forEach(name -> dropTranslations(name, patched, patch.path(TRANSLATIONS)));
        }
        return patched;
    }

    private static void dropTranslations(String name, ObjectNode patched, JsonNode given) {
        for (var translation : patched.path(TRANSLATIONS).properties()) {
            if (translation.getValue() instanceof ObjectNode texts
                    && !given.path(translation.getKey()).has(name)) {
                texts.remove(name);
            }
        }
    }

    private static ObjectNode merged(ObjectNode document, ObjectNode patch) {
        var patched = document.deepCopy();
        for (var member : patch.properties()) {
            if (member.getValue().isNull()) {
                patched.remove(member.getKey());
            } else {
                patched.set(member.getKey(), value(patched.path(member.getKey()), member.getValue()));
            }
        }
        return patched;
    }

    private static JsonNode value(JsonNode before, JsonNode patch) {
        if (!(patch instanceof ObjectNode members)) {
            return patch.deepCopy();
        }
        return merged(before instanceof ObjectNode record ? record : members.objectNode(), members);
    }
}
