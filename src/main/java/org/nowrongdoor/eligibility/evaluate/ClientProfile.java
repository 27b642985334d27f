package org.nowrongdoor.eligibility.evaluate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** The answers of a client for one request, all of them optional. Never stored, never logged: it has no getters that a
 *  serializer would find, and {@code toString} shows nothing. */
public final class ClientProfile {

    /** The profile of a client who said nothing. */
    public static final ClientProfile EMPTY = new ClientProfile(Map.of());

    private final Map<ClientAttribute, Answer> answers;

    ClientProfile(Map<ClientAttribute, Answer> answers) {
        this.answers = new EnumMap<>(ClientAttribute.class);
        this.answers.putAll(answers);
    }

    /** The attributes that the client answered, including those withheld. */
    public Set<ClientAttribute> answered() {
        var answered = EnumSet.noneOf(ClientAttribute.class);
        answered.addAll(answers.keySet());
        return answered;
    }

    public boolean saysNothing() {
        return answers.isEmpty();
    }

    public @Nullable Answer answer(ClientAttribute attribute) {
        return answers.get(attribute);
    }

    /** Whether asking could bring more: not where the answer was withheld, and not where it is exact. */
    public boolean mayStillSay(ClientAttribute attribute) {
        var answer = answers.get(attribute);
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
        var copy = new ClientProfile(answers);
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
