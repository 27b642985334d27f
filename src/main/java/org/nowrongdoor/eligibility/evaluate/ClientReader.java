package org.nowrongdoor.eligibility.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.RuleFaults;
import org.nowrongdoor.eligibility.rule.Subject;

/** Reads the {@code client} of a request. Every attribute is optional, and every fault has its JSON Pointer. */
public final class ClientReader {

    static final String PREFER_NOT_TO_SAY = "prefer_not_to_say";

    // Twice as many as there are: who sends more asks for work, not for a service.
    private static final int MOST_ATTRIBUTES = 2 * ClientAttribute.values().length;

    private static final List<String> CHILD_ATTRIBUTES = List.of("age", "gender");

    private final AnswerReader answers;

    public ClientReader(RegionContainment regions) {
        answers = new AnswerReader(regions);
    }

    /** Reads what a client said.
     *  @param client an object, or null or missing for a client who said nothing
     *  @param pointer RFC 6901 pointer to the client in the whole body */
    public ClientReadResult read(JsonNode client, String pointer) {
        var faults = new RuleFaults();
        var profile = client.isNull() || client.isMissingNode()
                ? ClientProfile.EMPTY
                : read(client, new Scope(pointer, ClientAttribute.codes(), faults));
        return new ClientReadResult(profile, faults.list());
    }

    /** The person being read: the client with all attributes, or a child with two. */
    private record Scope(String pointer, List<String> known, RuleFaults faults) {}

    private ClientProfile read(JsonNode person, Scope scope) {
        if (!person.isObject()) {
            scope.faults()
                    .add(scope.pointer(), "must be an object like {\"age\": 24}, was " + RuleFaults.shown(person));
            return ClientProfile.EMPTY;
        }
        if (person.size() > MOST_ATTRIBUTES) {
            scope.faults()
                    .add(
                            scope.pointer(),
                            "client may hold at most " + MOST_ATTRIBUTES + " attributes, held " + person.size()
                                    + "; GET /attributes lists them");
            return ClientProfile.EMPTY;
        }
        var found = new EnumMap<ClientAttribute, Answer>(ClientAttribute.class);
        for (var field : person.properties()) {
            var at = RuleFaults.pointer(scope.pointer(), field.getKey());
            if (!scope.known().contains(field.getKey())) {
                scope.faults().addUnknown(at, "attribute", new RuleFaults.Unknown(field.getKey(), scope.known()));
            } else {
                var attribute = ClientAttribute.find(field.getKey()).orElseThrow();
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
        var word = node.isArray() && node.size() == 1 ? node.get(0) : node;
        return word.isTextual() && word.textValue().equals(PREFER_NOT_TO_SAY);
    }

    private Optional<Answer> children(JsonNode list, Subject subject) {
        if (!list.isArray() || list.size() > ClientAttribute.CHILDREN.most()) {
            subject.add("children must be a list of at most " + ClientAttribute.CHILDREN.most() + ", was "
                    + (list.isArray() ? list.size() + " long" : RuleFaults.shown(list))
                    + ". Write it like [{\"age\": 4, \"gender\": \"woman\"}].");
            return Optional.empty();
        }
        var children = new ClientProfile[list.size()];
        for (var i = 0; i < children.length; i++) {
            var at = RuleFaults.pointer(subject.pointer(), i);
            children[i] = read(list.get(i), new Scope(at, CHILD_ATTRIBUTES, subject.faults()));
        }
        return Optional.of(new Answer.Children(List.of(children)));
    }
}
