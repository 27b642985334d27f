package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes a document as a patch says: members given are set, members that are null are taken away.
 *  @see "RFC 7396" */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        var patched = document.deepCopy();
        for (var member : patch.properties()) {
            if (member.getValue().isNull()) {
                patched.remove(member.getKey());
            } else {
                patched.set(member.getKey(), merged(patched.path(member.getKey()), member.getValue()));
            }
        }
        return patched;
    }

    private static JsonNode merged(JsonNode before, JsonNode patch) {
        if (!(patch instanceof ObjectNode members)) {
            return patch.deepCopy();
        }
        return apply(before instanceof ObjectNode record ? record : members.objectNode(), members);
    }
}
