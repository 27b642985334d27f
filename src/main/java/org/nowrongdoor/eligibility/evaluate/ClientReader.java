package org.nowrongdoor.eligibility.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.RuleFaults;
import org.nowrongdoor.eligibility.rule.Subject;

/** Reads the {@code client} of a request: every attribute optional, every slip named with its place. */
public final class ClientReader {

    static final String PREFER_NOT_TO_SAY = "prefer_not_to_say";

    private static final List<String> CHILD_ATTRIBUTES = List.of("age", "gender");

    private final AnswerReader answers;

    public ClientReader(RegionContainment regions) {
        answers = new AnswerReader(regions);
    }

    /**
     * Reads what a client said.
     *
     * @param client an object, or null or missing for a client who said nothing
     * @param pointer where it stands in the whole body
     */
    public ClientReadResult read(JsonNode client, String pointer) {
        RuleFaults faults = new RuleFaults();
        ClientProfile profile = client.isNull() || client.isMissingNode()
                ? ClientProfile.EMPTY
                : read(client, new Scope(pointer, ClientAttribute.codes(), faults));
        return new ClientReadResult(profile, faults.list());
    }

    /** Who is read: the client with all attributes, or a child with two. */
    private record Scope(String pointer, List<String> known, RuleFaults faults) {}

    private ClientProfile read(JsonNode person, Scope scope) {
        if (!person.isObject()) {
            scope.faults()
                    .add(scope.pointer(), "must be an object like {\"age\": 24}, was " + RuleFaults.shown(person));
            return ClientProfile.EMPTY;
        }
        Map<ClientAttribute, Answer> found = new EnumMap<>(ClientAttribute.class);
        for (Map.Entry<String, JsonNode> field : person.properties()) {
            String at = RuleFaults.pointer(scope.pointer(), field.getKey());
            if (!scope.known().contains(field.getKey())) {
                scope.faults().addUnknown(at, "attribute", new RuleFaults.Unknown(field.getKey(), scope.known()));
            } else {
                ClientAttribute attribute = ClientAttribute.find(field.getKey()).orElseThrow();
                read(field.getValue(), new Subject(attribute, at, scope.faults()))
                        .ifPresent(answer -> found.put(attribute, answer));
            }
        }
        return new ClientProfile(found);
    }

    private Optional<Answer> read(JsonNode node, Subject subject) {
        if (node.isNull()) {
            return Optional.empty();
        }
        if (isWithheld(node)) {
            return Optional.of(new Answer.Withheld());
        }
        return subject.attribute() == ClientAttribute.CHILDREN ? children(node, subject) : answers.read(node, subject);
    }

    private static boolean isWithheld(JsonNode node) {
        JsonNode word = node.isArray() && node.size() == 1 ? node.get(0) : node;
        return word.isTextual() && word.textValue().equals(PREFER_NOT_TO_SAY);
    }

    private Optional<Answer> children(JsonNode list, Subject subject) {
        if (!list.isArray() || list.size() > ClientAttribute.CHILDREN.most()) {
            subject.add("children must be a list of at most " + ClientAttribute.CHILDREN.most()
                    + " like [{\"age\": 4, \"gender\": \"woman\"}], was "
                    + (list.isArray() ? list.size() + " long" : RuleFaults.shown(list)));
            return Optional.empty();
        }
        ClientProfile[] children = new ClientProfile[list.size()];
        for (int i = 0; i < children.length; i++) {
            String at = RuleFaults.pointer(subject.pointer(), i);
            children[i] = read(list.get(i), new Scope(at, CHILD_ATTRIBUTES, subject.faults()));
        }
        return Optional.of(new Answer.Children(List.of(children)));
    }
}
