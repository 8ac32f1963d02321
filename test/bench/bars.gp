# SPDX-License-Identifier: Apache-2.0
# Bars of the ratios, one a row; gnuplot -e "data='FILE'; output='FILE.svg'" bars.gp
stats data using 1 nooutput
set terminal svg size 16 * (STATS_max + 6), 420 font "sans,10" background "white"
set output output
set boxwidth 0.8
set style fill solid
set logscale y 2
set yrange [0.5:*]
set xrange [-1:STATS_max + 1]
set ylabel "times ONNX Runtime's speed"
set xtics rotate by 60 right
set grid ytics
plot data using 1:2:xtic(3) with boxes lc rgb "#4477aa" notitle, 1 with lines lc rgb "black" notitle
