package org.nowrongdoor.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The details of problems, read from the sources; what is put together at run time is a word.
 *  Read are the files that make problems or faults, and the messages of constraints. Examples and log lines of the
 *  same files are measured too, but for JSON, HTML, SQL and lists of names. */
final class ProblemTexts {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MAKES_PROBLEMS =
            Pattern.compile("ProblemException|Faults?\\b|Problem\\.of\\(|Findings?\\b|message = \"");
    // Examples, pages, statements, lists of names, and what the operator alone reads at the start
    private static final Pattern OTHER = Pattern.compile(
            "(?s)[{<].*|\\s*(?:select|insert|update|delete|analyze|with|from|where|and|order|lock|set|client"
                    + " person)\\b.*"
                    + "|No token of the issuer.*|.*it would write .*");
    private static final int NAME_WORDS = 3;
    private static final String PLACEHOLDER = "x";

    private ProblemTexts() {}

    /** Every text of more than three words. */
    static List<String> list() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var javac = ToolProvider.getSystemJavaCompiler();
            try (var manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
                var chosen = files.filter(file -> file.toString().endsWith(".java"))
                        .filter(ProblemTexts::makesProblems)
                        .sorted()
                        .toList();
                var task = (JavacTask) javac.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(chosen));
                var texts = new ArrayList<String>();
                for (var unit : task.parse()) {
                    texts.addAll(new Reader().read(unit));
                }
                return texts;
            }
        }
    }

    private static boolean makesProblems(Path file) {
        try {
            return MAKES_PROBLEMS.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Reader extends TreeScanner<Void, Void> {

        private final List<String> texts = new ArrayList<>();

        List<String> read(CompilationUnitTree unit) {
            scan(unit, null);
            return texts;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void unused) {
            for (var argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree named
                        && named.getVariable().toString().equals("message")) {
                    scan(named.getExpression(), null);
                }
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void unused) {
            if (sum.getKind() == Tree.Kind.PLUS && isText(sum)) {
                add(text(sum));
                return null;
            }
            return super.visitBinary(sum, null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String value) {
                add(value);
            }
            return null;
        }

        private void add(String text) {
            if (ReadingMeasure.words(text).count() > NAME_WORDS
                    && text.contains(" ")
                    && !OTHER.matcher(text).matches()) {
                texts.add(text);
            }
        }

        private static boolean isText(ExpressionTree tree) {
            return tree instanceof LiteralTree literal
                    ? literal.getValue() instanceof String
                    : tree instanceof BinaryTree sum && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
        }

        /** The text of an expression; the longer of two ways where it depends. */
        private static String text(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String value) {
                return value;
            }
            if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return text(sum.getLeftOperand()) + text(sum.getRightOperand());
            }
            if (tree instanceof ParenthesizedTree inner) {
                return text(inner.getExpression());
            }
            if (tree instanceof ConditionalExpressionTree choice) {
                var yes = text(choice.getTrueExpression());
                var no = text(choice.getFalseExpression());
                return yes.length() < no.length() ? no : yes;
            }
            if (tree instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted")) {
                return text(select.getExpression());
            }
            return PLACEHOLDER;
        }
    }
}
