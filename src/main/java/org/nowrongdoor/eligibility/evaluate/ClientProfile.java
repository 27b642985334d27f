package org.nowrongdoor.eligibility.evaluate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/**
 * What a client told about themselves for one question, all of it optional. Never stored, never logged: it has no
 * getters that a serializer would find, and its text shows nothing.
 */
public final class ClientProfile {

    /** A client who said nothing. */
    public static final ClientProfile EMPTY = new ClientProfile(Map.of());

    private final Map<ClientAttribute, Answer> answers;

    ClientProfile(Map<ClientAttribute, Answer> answers) {
        this.answers = new EnumMap<>(ClientAttribute.class);
        this.answers.putAll(answers);
    }

    /** The attributes the client answered; those they prefer not to say are among the answered. */
    public Set<ClientAttribute> answered() {
        Set<ClientAttribute> answered = EnumSet.noneOf(ClientAttribute.class);
        answered.addAll(answers.keySet());
        return answered;
    }

    public boolean saysNothing() {
        return answers.isEmpty();
    }

    @Nullable public Answer answer(ClientAttribute attribute) {
        return answers.get(attribute);
    }

    /** Whether asking again could bring anything: not what was refused, and not what was said exactly. */
    public boolean mayStillSay(ClientAttribute attribute) {
        Answer answer = answers.get(attribute);
        if (answer instanceof Answer.Children said) {
            return said.children().stream()
                    .anyMatch(child ->
                            child.mayStillSay(ClientAttribute.AGE) || child.mayStillSay(ClientAttribute.GENDER));
        }
        if (answer instanceof Answer.Amount said) {
            return said.min() < said.max();
        }
        if (answer instanceof Answer.Words said) {
            return said.words().stream()
                    .anyMatch(word ->
                            !attribute.entry().vocabulary().narrower(word).isEmpty());
        }
        return answer == null || answer instanceof Answer.Place;
    }

    public ClientProfile with(ClientAttribute attribute, Answer answer) {
        ClientProfile copy = new ClientProfile(answers);
        copy.answers.put(attribute, answer);
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientProfile profile && answers.equals(profile.answers);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(answers);
    }

    @Override
    public String toString() {
        return "ClientProfile";
    }
}
