package org.nowrongdoor.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** JSON that no one sensible would send, out of words that mean something. */
public final class RandomJson {

    private static final List<String> TEXTS = List.of(
            "age", "gender", "woman", "MN", "hard", "children", "none", "dog", "es", "prefer_not_to_say", "", "\u0000");

    private RandomJson() {}

    public static JsonNode node(Random random, int depth, List<String> names) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0 -> factory.numberNode(random.nextInt(100) - 10);
            case 1 ->
                switch (random.nextInt(3)) {
                    case 0 -> factory.numberNode(Double.NaN);
                    case 1 -> factory.numberNode(BigInteger.TEN.pow(900));
                    default -> factory.numberNode(1e300);
                };
            case 2 -> factory.booleanNode(random.nextBoolean());
            case 3 -> factory.nullNode();
            case 4 -> factory.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5 -> {
                ArrayNode list = factory.arrayNode();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    list.add(node(random, depth - 1, names));
                }
                yield list;
            }
            default -> {
                ObjectNode object = factory.objectNode();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    object.set(names.get(random.nextInt(names.size())), node(random, depth - 1, names));
                }
                yield object;
            }
        };
    }
}
