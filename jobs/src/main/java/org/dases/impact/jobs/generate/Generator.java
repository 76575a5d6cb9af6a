// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dases.impact.jobs.observe.Progress;

/**
 * Writes a made-up French data space: a workspace with contracts, datasets and tables, and the data that they speak of.
 * Nobody in it exists; names are not even drawn. Every file and its time of change depend on the request only, so that
 * a second pull of the same data space finds nothing new. The workspace's secret key is not written here.
 */
public final class Generator {
    private final GenerateRequest request;
    private final Progress progress;
    private final Map<String, Long> records = new LinkedHashMap<>();
    private final Map<Defect, Long> defects = new EnumMap<>(Defect.class);

    private Generator(GenerateRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Writes the data space of {@code impact demo}.
     *
     * @param folder folder of the workspace; made if it is not there, and files of the same names are replaced
     * @param seed seed of the random numbers
     * @param progress is told how far it is
     * @return what was written
     */
    public static DataSpace writeDemo(Path folder, long seed, Progress progress) {
        return generate(GenerateRequest.demo(seed, folder), progress);
    }

    /**
     * Writes a data space.
     *
     * @param request sizes, seed and folder
     * @param progress is told how far it is
     * @return what was written
     * @throws java.io.UncheckedIOException when a file cannot be written
     */
    public static DataSpace generate(GenerateRequest request, Progress progress) {
        return new Generator(request, progress).run();
    }

    private DataSpace run() {
        long seed = request.seed();
        WorkspaceTemplates.write(request.out());
        List<School> schools = new Schools(seed).draw(request.schools(), request.learners());
        List<Pupil> pupils = new Pupils(seed, schools).draw();
        int students = University.students(request.learners());

        registers(schools, pupils, students);
        leftovers();
        traces(schools, pupils);
        WrittenAt.stamp(request);
        return new DataSpace(request.out(), schools.size(), pupils.size(), students, records, defects);
    }

    private void registers(List<School> schools, List<Pupil> pupils, int students) {
        Registers registers = new Registers(request.seed(), schools);
        University university = new University(request.seed());
        Path enrolments = data("university-enrolments/inscriptions-2025.csv");
        count("school-directory", tally -> registers.writeDirectory(data("school-directory/annuaire.csv"), tally));
        count("pupil-lists", tally -> registers.writePupils(data("pupil-lists"), pupils, tally));
        count("university-enrolments", tally -> university.write(enrolments, students, tally));
    }

    private void leftovers() {
        Leftovers files = new Leftovers(request.seed());
        Path placement = data("university-placement/positionnement.csv");
        count("edtech-b-feedback", tally -> files.writeFeedback(data("edtech-b-feedback/avis.csv"), tally));
        count("edtech-b-tutoring", tally -> files.writeTutoring(data("edtech-b-tutoring/tutorat.csv"), tally));
        count("edtech-a-homework", tally -> files.writeHomework(data("edtech-a-homework/devoirs.csv"), tally));
        count("edtech-b-guidance", tally -> files.writeGuidance(data("edtech-b-guidance/orientation.csv"), tally));
        count("university-placement", tally -> files.writePlacement(placement, tally));
    }

    private void traces(List<School> schools, List<Pupil> pupils) {
        long left = request.records()
                - records.values().stream().mapToLong(Long::longValue).sum();
        Traces a = new Traces(request.seed(), Dialect.EDTECH_A, "edtech-a", schools, pupils);
        Traces b = new Traces(request.seed(), Dialect.EDTECH_B, "edtech-b", schools, pupils);
        double demandA = a.demand();
        double demandB = b.demand();
        double share = left / Math.max(demandA + demandB, Double.MIN_NORMAL);
        count(
                "edtech-a-traces",
                share * demandA,
                (tally, step) -> a.write(data("edtech-a-traces"), demandA, share * demandA, tally, step));
        count(
                "edtech-b-traces",
                share * demandB,
                (tally, step) -> b.write(data("edtech-b-traces"), demandB, share * demandB, tally, step));
    }

    private Path data(String path) {
        return request.out().resolve("data").resolve(path);
    }

    private void count(String dataset, Consumer<Tally> writer) {
        count(dataset, 0, (tally, step) -> writer.accept(tally));
    }

    private void count(String dataset, double expected, BiConsumer<Tally, Progress.Step> writer) {
        Tally tally = new Tally();
        try (Progress.Step step = progress.step("generate " + dataset, Math.round(expected))) {
            writer.accept(tally, step);
            step.done(String.format(Locale.ROOT, "%,d records", tally.records()).replace(',', ' '));
        }
        records.put(dataset, tally.records());
        tally.defects().forEach((defect, number) -> defects.merge(defect, number, Long::sum));
    }
}
